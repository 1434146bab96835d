package io.armature.engine.transfer

import io.armature.metadata.problem.ProblemException
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import org.dhatim.fastexcel.Workbook
import spock.lang.Specification

/** Workbooks that somebody made to take the memory of all. */
class WorkbookCheckSpec extends Specification {
    private static final String SHEET = '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row>%s</sheetData></worksheet>'

    private static byte[] zip(Map<String, byte[]> parts) {
        def bytes = new ByteArrayOutputStream()
        new ZipOutputStream(bytes).withCloseable { zip ->
            parts.each { name, content ->
                zip.putNextEntry(new ZipEntry(name))
                zip.write(content)
            }
        }
        bytes.toByteArray()
    }

    private static byte[] sheet(String row, String charset = 'UTF-8') {
        zip(['xl/worksheets/sheet1.xml': String.format(SHEET, row).getBytes(charset)])
    }

    private static String cell(String text) {
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>$text</t></is></c></row>"
    }

    def 'an honest workbook passes as it is'() {
        given:
        def bytes = new ByteArrayOutputStream()
        def book = new Workbook(bytes, 'Spec', '1.0')
        def sheet = book.newWorksheet('Records')
        (0..500).each { row -> (0..30).each { column -> sheet.value(row, column, "Value & text < $row / $column".toString()) } }
        book.finish()

        expect:
        with(WorkbookCheck.checked(new ByteArrayInputStream(bytes.toByteArray()))) {
            file().bytes == bytes.toByteArray()
            formatted()
        }
    }

    def 'pictures may hold anything'() {
        expect:
        WorkbookCheck.checked(new ByteArrayInputStream(zip(['xl/media/image1.png': ('\u0089PNG<!-- ' + 'x' * 2_000_000).getBytes('ISO-8859-1')])))
    }

    def 'a workbook with #what is refused'() {
        when:
        WorkbookCheck.checked(new ByteArrayInputStream(file() as byte[]))

        then:
        def refused = thrown(ProblemException)
        refused.problems*.code()*.id() == ['AR-100']

        where:
        what                                    | file
        'a column that there is not'            | { sheet('<row r="2"><c r="ZZZZZZ2" t="inlineStr"><is><t>x</t></is></c></row>') }
        'the same behind a character reference' | { sheet('<row r="2"><c r = "&#90;ZZZZZ2"/></row>') }
        'the same in an encoding of two bytes'  | { sheet('<row r="2"><c r="ZZZZZZ2"/></row>', 'UTF-16') }
        'the same in a part of another name'    | { zip(['xl/odd.bin': String.format(SHEET, '<row r="2"><c r="ZZZZZZ2"/></row>').bytes]) }
        'a text without end'                    | { sheet(cell('A' * 1_100_000)) }
        'a text without end, of two bytes each' | { sheet(cell('A' * 1_100_000), 'UTF-16') }
        'an attribute without end'              | { sheet("<row r=\"2\" x=\"${'A' * 1_100_000}\"/>".toString()) }
        'unparsed texts, which can hide one'    | { sheet(cell('<![CDATA[<<<<]]>')) }
        'comments, which can hide one'          | { sheet('<!-- <<<< -->') }
        'a file of the server'                  | { zip(['xl/workbook.xml': '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'.bytes]) }
        'tags that do not fit'                  | { sheet('<row>') }
        'nothing of a workbook'                 | { 'name\nx\n'.bytes }
    }
}
