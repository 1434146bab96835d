package io.armature.engine.query

import io.armature.engine.db.RowVisitor
import io.armature.engine.query.read.JsonRows
import io.armature.testing.Slow
import java.lang.management.ManagementFactory
import java.lang.management.MemoryType

@Slow
class StreamingSpec extends ReadingSpec {
    static final int ROWS = 300_000

    def 'many records leave without staying in memory'() {
        given:
        sql.execute('''insert into main."shop$order" (id, number, total, version, created_at, updated_at)
            select gen_random_uuid(), 'O' || n, n / 100.0, 1, now(), now() from generate_series(1, ?) n''', [ROWS])
        long bytes = 0
        long rows = 0
        def out = new OutputStream() {
            void write(int b) { bytes++ }

            void write(byte[] block, int from, int count) { bytes += count }
        }
        System.gc()
        long idle = live()
        long most = 0

        when:
        reader.stream(context(), query('shop.order', [sort: 'number']).atMost(ROWS * 2), Optional.empty(), { layout ->
            def json = new JsonRows(layout)
            return { row ->
                json.write(row, out)
                if (++rows % 100_000 == 0) {
                    System.gc()
                    most = Math.max(most, live())
                }
            } as RowVisitor
        })

        then:
        rows == ROWS
        bytes > ROWS * 300L
        most - idle < 8 * 1024 * 1024
    }

    private static long live() {
        ManagementFactory.memoryPoolMXBeans.findAll { it.type == MemoryType.HEAP }.sum { it.collectionUsage?.used ?: 0L } as long
    }
}
