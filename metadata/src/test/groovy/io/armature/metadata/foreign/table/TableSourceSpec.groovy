package io.armature.metadata.foreign.table

import groovy.json.JsonSlurper
import io.armature.metadata.foreign.ImportReport
import io.armature.testing.Slow
import java.nio.charset.Charset
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import org.dhatim.fastexcel.Workbook
import spock.lang.Specification
import spock.lang.TempDir

class TableSourceSpec extends Specification {
    @TempDir
    Path root

    ImportReport report = new ImportReport()

    private Map<String, Object> read(Map<String, String> files, String charset = 'UTF-8') {
        files.each { name, text -> Files.write(folder().resolve(name), text.getBytes(Charset.forName(charset))) }
        read()
    }

    private Path folder() { Files.createDirectories(root.resolve('Book Club')) }

    /** The definitions as trees, the data as texts. */
    private Map<String, Object> read() {
        def application = new TableSource().read(folder(), report).first()
        application.drafts().collectEntries { [it.path(), new JsonSlurper().parseText(it.tree().toString())] } +
            application.files().collectEntries { path, bytes -> [path, new String(bytes, 'UTF-8')] }
    }

    private void workbook(String name, Closure<?> fill) {
        Files.newOutputStream(folder().resolve(name)).withCloseable { out ->
            def workbook = new Workbook(out, 'spec', null)
            fill(workbook)
            workbook.finish()
        }
    }

    /** What is said of a part. */
    private List<String> told() { report.entries()*.reason().findAll() }

    def 'cells #cells are #type'() {
        expect:
        def found = ColumnType.of(cells)
        found.type() == type
        cells.collect { found.write().apply(it) } == written

        where:
        cells                                || type       | written
        ['1', '-20']                         || 'integer'  | ['1', '-20']
        ['1', '2.50']                        || 'decimal'  | ['1', '2.50']
        ['1,5', '2']                         || 'decimal'  | ['1.5', '2']
        ['007', '12']                        || 'text'     | ['007', '12']
        ['yes', 'No']                        || 'boolean'  | ['true', 'false']
        ['2026-02-28', '2026-03-01']         || 'date'     | ['2026-02-28', '2026-03-01']
        ['28/02/2026', '01/03/2026']         || 'date'     | ['2026-02-28', '2026-03-01']
        ['02/28/2026']                       || 'date'     | ['2026-02-28']
        ['30/02/2026']                       || 'text'     | ['30/02/2026']
        ['3/2/2026', '28/12/2026']           || 'date'     | ['2026-02-03', '2026-12-28']
        ['2026/2/3']                         || 'date'     | ['2026-02-03']
        ['28-02-2026']                       || 'date'     | ['2026-02-28']
        ['1,234.50', '12']                   || 'decimal'  | ['1234.50', '12']
        ['1.234,50', '2.000.000']            || 'decimal'  | ['1234.50', '2000000']
        ['1,234', '2,500']                   || 'text'     | ['1,234', '2,500']
        ['0,125', '2,500']                   || 'decimal'  | ['0.125', '2.500']
        ['1' * 80]                           || 'text'     | ['1' * 80]
        ['2026-02-28 10:00']                 || 'dateTime' | ['2026-02-28T10:00Z']
        ['09:30', '23:59:59']                || 'time'     | ['09:30', '23:59:59']
        ['ada@example.org']                  || 'email'    | ['ada@example.org']
        ['https://example.org/x']            || 'url'      | ['https://example.org/x']
        ['a\nb']                             || 'longText' | ['a\nb']
        ['A', 'B', 'A', 'A', 'B', 'A', 'B', 'B'] || 'choice' | ['A', 'B', 'A', 'A', 'B', 'A', 'B', 'B']
        []                                   || 'text'     | []
    }

    def 'a table becomes an entity with its rows, and links where names and values agree'() {
        given:
        def drafts = read([
            'authors.csv': 'code,Full name,Born\nUKL,"Le Guin, Ursula",1929-10-21\nSL,Stanisław Lem,1921-09-12\n',
            'books.csv'  : 'Title;Author;Price;Owner\nSolaris;SL;7,50;\n"The ""Left"" Hand";UKL;8,00;me\n',
        ])

        expect:
        drafts['entities/authors.yaml'].key == ['code']
        drafts['entities/authors.yaml'].fields.born == [type: 'date', title: 'Born', required: true, inList: true]
        drafts['entities/books.yaml'].fields.author == [type: 'link', to: 'authors', title: 'Author', required: true, inList: true]
        drafts['entities/books.yaml'].fields.owner_1 == [type: 'text', title: 'Owner', inList: true]
        drafts['data/books.csv'] == 'title,author.code,price,owner_1\nSolaris,SL,7.50,\n"The ""Left"" Hand",UKL,8.00,me\n'
        drafts['menus/main.yaml'].items*.entity == ['book_club.authors', 'book_club.books']
    }

    def 'a table whose rows nothing tells apart gets keys of its own'() {
        expect:
        read(['logs.csv': 'word\na\na\n'])['data/logs.csv'] == 'external_id,word\nlogs-1,a\nlogs-2,a\n'
    }

    def 'letters of old programs are read'() {
        expect:
        read(['a.csv': 'Größe\nklein\n'], 'windows-1252')['entities/a.yaml'].fields.keySet() == ['gro_e'] as Set
    }

    def 'an empty file and one of another kind are told'() {
        given:
        Files.writeString(folder().resolve('empty.csv'), '')
        Files.writeString(folder().resolve('broken.xlsx'), 'no workbook')

        expect:
        new TableSource().read(folder(), report).empty
        report.entries()*.file() == ['broken.xlsx', 'empty.csv']
        report.entries().first().reason().startsWith('it cannot be read as a workbook')
    }

    def 'a table with more columns than there is room for is told'() {
        given:
        Files.writeString(folder().resolve('wide.csv'), (1..1501).collect { "c$it" }.join(',') + '\n1\n')

        expect:
        new TableSource().read(folder(), report).empty
        told() == ['it has 1501 columns, and a table here has room for 1500']
    }

    def 'of lines #lines the headers are #headers'() {
        expect:
        Grid.table('x', 'x.csv', CsvGrid.read(lines.join('\n').bytes)).get().headers() == headers

        where:
        lines                                                     || headers
        ['a,b', '1,2']                                            || ['a', 'b']
        ['Members', '', 'As of May', 'Name,Born,Town', 'Ada,1815,London'] || ['Name', 'Born', 'Town']
        ['Person,,Place,', 'First,Last,Street,City', 'Ada,L,High Street,London'] || ['First', 'Last', 'Street', 'City']
        ['Region,2025,2026', 'North,1,2']                         || ['Region', '2025', '2026']
        ['a,b', '1,2,3,4,5']                                      || ['a', 'b', 'Column C', 'Column D', 'Column E']
        ['a,,b,', '1,,2,']                                        || ['a', 'b']
        ['sep=;', 'a;b', '1,5;2']                                 || ['a', 'b']
        ['a;b;c', '1,5;2,5;3,5']                                  || ['a', 'b', 'c']
        ['a|b', '1|2']                                            || ['a', 'b']
        ['a,b', '5" pipe,"six" inch']                             || ['a', 'b']
        ['a']                                                     || ['a']
    }

    def 'what stands above the headers, columns without one, and sheets without anything are told'() {
        given:
        workbook('members.xlsx') { workbook ->
            def sheet = workbook.newWorksheet('People')
            sheet.value(0, 0, 'Members of the club')
            ['Name', 'Town'].eachWithIndex { header, i -> sheet.value(2, i, header) }
            ['Ada', 'London', 'x'].eachWithIndex { cell, i -> sheet.value(3, i, cell) }
            workbook.newWorksheet('Empty')
        }

        expect:
        read()['data/people.csv'] == 'name,town,column_c\nAda,London,x\n'
        told() == ['nothing stands in it', 'it stands above the headers: Members of the club', 'the column has no header']
    }

    def 'formulas are what came of them, and hours of several days are no time of the day'() {
        given:
        workbook('times.xlsx') { workbook ->
            def sheet = workbook.newWorksheet('Times')
            ['Day', 'Worked', 'Sum', 'Note'].eachWithIndex { header, i -> sheet.value(0, i, header) }
            sheet.value(1, 0, LocalDate.of(2026, 2, 28))
            sheet.style(1, 0).format('d.m.yyyy').set()
            sheet.value(1, 1, 1.25)
            sheet.style(1, 1).format('[h]:mm').set()
            sheet.value(1, 2, 0.1d + 0.2d)
            sheet.style(1, 2).format('0.00 "added"').set()
            sheet.value(1, 3, '=1+1')
        }

        expect:
        read()['data/times.csv'] == 'day,worked,sum,note\n2026-02-28,30:00:00,0.3,=1+1\n'
    }

    def 'a quote that never ends swallows nothing'() {
        expect:
        read(['a.csv': 'code,size\n1,"6 inch\n2,7\n'])['data/a.csv'] == 'code,size\n1,"""6 inch"\n2,7\n'
    }

    def 'what Excel calls Unicode is read, and what is no text is not'() {
        given:
        Files.write(folder().resolve('a.tsv'), '\ufeffName\tTown\nZoë\tمدينة\n'.getBytes('UTF-16LE'))
        Files.write(folder().resolve('b.csv'), [65, 0, 44, 0, 66, 10] as byte[])

        expect:
        read()['data/a.csv'] == 'name,town\nZoë,مدينة\n'
        told() == ['nothing stands in it']
    }

    def 'tables that lead to each other in a circle do so one way only'() {
        given:
        def drafts = read(['authors.csv': 'code,book\nSL,Solaris\n', 'books.csv': 'title,author\nSolaris,SL\n'])

        expect:
        drafts['entities/authors.yaml'].fields.book.type == 'link'
        drafts['entities/books.yaml'].fields.author.type == 'text'
    }

    @Slow
    def 'a hundred thousand rows take seconds'() {
        given:
        def rows = new StringBuilder('number,town,day,amount\n')
        100_000.times { rows.append(it).append(",T${it % 100},2026-02-").append(10 + it % 18).append(',1.5\n') }
        def begun = System.nanoTime()

        expect: 'a file beside the pack, because they are more than it holds'
        read(['towns.csv': 'code\n' + (0..99).collect { "T$it" }.join('\n'), 'sales.csv': rows.toString()])['assets/sales.csv'].count('\n') == 100_001
        told() == ['its 100000 rows are more than a pack holds: once it is installed, send assets/sales.csv to ' +
            'POST /api/book_club/sales/import?format=csv&key=number']
        System.nanoTime() - begun < 20_000_000_000
    }
}
