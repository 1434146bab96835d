package io.armature.engine.query

import groovy.transform.CompileStatic
import io.armature.engine.query.sql.QuerySql
import java.nio.file.Files
import java.nio.file.Path

/** Statements as they are expected, kept as files. Written anew with -Darmature.golden=true. */
@CompileStatic
final class GoldenSql {
    private static final Path FOLDER = Path.of('src/test/resources/io/armature/engine/query')

    private GoldenSql() {}

    static boolean check(String name, QuerySql sql) {
        String actual = lines(sql.text()) + '\n\n' + sql.binds().collect { "-- $it" }.join('\n') + '\n'
        Path file = FOLDER.resolve(name.replaceAll(/[^a-z0-9]+/, '-') + '.sql')
        if (Boolean.getBoolean('armature.golden')) {
            Files.createDirectories(FOLDER)
            Files.writeString(file, actual)
        }
        assert actual == Files.readString(file)
        true
    }

    /** One clause a line, so that a change is one line in a comparison. */
    private static String lines(String text) {
        text.replaceAll(/ (from|where|order by|group by|limit|left join|join|cross join|union all)(?= )/, '\n$1')
    }
}
