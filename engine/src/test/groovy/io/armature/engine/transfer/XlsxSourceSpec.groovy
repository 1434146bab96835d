package io.armature.engine.transfer

import com.fasterxml.jackson.databind.node.JsonNodeFactory
import io.armature.metadata.problem.ProblemException
import java.time.LocalDate
import java.time.LocalDateTime
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
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

    /** A workbook of those parts alone that the format asks for. */
    private static byte[] bare(List<String> left = []) {
        def of = 'http://schemas.openxmlformats.org/'
        def rels = { type, target -> "<Relationships xmlns=\"${of}package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"${of}officeDocument/2006/relationships/$type\" Target=\"$target\"/></Relationships>" }
        def kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
        def parts = [
            '[Content_Types].xml': "<Types xmlns=\"${of}package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"${kind}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"${kind}.worksheet+xml\"/></Types>",
            '_rels/.rels': rels('officeDocument', 'xl/workbook.xml'),
            'xl/workbook.xml': "<workbook xmlns=\"${of}spreadsheetml/2006/main\" xmlns:r=\"${of}officeDocument/2006/relationships\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
            'xl/_rels/workbook.xml.rels': rels('worksheet', 'worksheets/sheet1.xml'),
            'xl/worksheets/sheet1.xml': "<worksheet xmlns=\"${of}spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c></row><row r=\"2\"><c r=\"A2\"><v>12.5</v></c></row></sheetData></worksheet>",
        ]
        def bytes = new ByteArrayOutputStream()
        new ZipOutputStream(bytes).withCloseable { zip ->
            parts.findAll { !(it.key in left) }.each { name, text ->
                zip.putNextEntry(new ZipEntry(name))
                zip.write(text.toString().getBytes('UTF-8'))
            }
        }
        bytes.toByteArray()
    }

    private static XlsxSource source(byte[] bytes) {
        new XlsxSource(new ByteArrayInputStream(bytes), { header, cells -> JsonNodeFactory.instance.objectNode().put(header.first(), cells.first()) })
    }

    def 'a workbook need not say how its cells are written, nor share its texts'() {
        expect:
        source(bare()).withCloseable { it.next().get().json().toString() } == '{"name":"12.5"}'
    }

    def 'what is no whole workbook is refused in words: without #left'() {
        when:
        source(left == 'an archive' ? 'PK\u0003\u0004rest'.bytes : bare([left]))

        then:
        def refused = thrown(ProblemException)
        refused.problems.first().code().id() == 'AR-100'
        refused.problems.first().arguments().first().contains(words)

        where:
        left                         || words
        'an archive'                 || 'damaged'
        '[Content_Types].xml'        || '[Content_Types].xml not found'
        'xl/_rels/workbook.xml.rels' || 'xl/_rels/workbook.xml.rels not found'
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
