package io.armature.engine.transfer

import com.fasterxml.jackson.databind.node.JsonNodeFactory
import java.time.LocalDate
import java.time.LocalDateTime
import org.dhatim.fastexcel.Workbook
import spock.lang.Specification

class XlsxSourceSpec extends Specification {
    /** What is read of a cell with a value and a format. */
    private static String read(Object value, String format) {
        def bytes = new ByteArrayOutputStream()
        def workbook = new Workbook(bytes, 'spec', null)
        def sheet = workbook.newWorksheet('Records')
        sheet.value(0, 0, 'cell')
        value instanceof Closure ? value(sheet) : sheet.value(1, 0, value)
        if (format) {
            sheet.style(1, 0).format(format).set()
        }
        workbook.finish()
        def source = new XlsxSource(new ByteArrayInputStream(bytes.toByteArray()), { header, cells ->
            JsonNodeFactory.instance.objectNode().put('cell', cells.first())
        })
        source.withCloseable { it.next().get().json().path('cell').asText() }
    }

    def 'a cell of #value written as #format is #text'() {
        expect:
        read(value, format) == text

        where:
        value                                     | format          || text
        'a'                                       | null            || 'a'
        7                                         | null            || '7'
        0.1d + 0.2d                               | '0.00'          || '0.3'
        LocalDate.of(2026, 2, 28)                 | 'yyyy-mm-dd'    || '2026-02-28'
        LocalDateTime.of(2026, 2, 28, 10, 30)     | 'd.m.yyyy hh:mm' || '2026-02-28T10:30Z'
        0.4375d                                   | 'hh:mm'         || '10:30'
        true                                      | null            || 'true'
    }
}
