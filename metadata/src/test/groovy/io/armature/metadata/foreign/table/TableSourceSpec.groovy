package io.armature.metadata.foreign.table

import groovy.json.JsonSlurper
import io.armature.metadata.foreign.ImportReport
import java.nio.charset.Charset
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class TableSourceSpec extends Specification {
    @TempDir
    Path root

    private Map<String, Object> read(Map<String, String> files, String charset = 'UTF-8') {
        def folder = Files.createDirectories(root.resolve('Book Club'))
        files.each { name, text -> Files.write(folder.resolve(name), text.getBytes(Charset.forName(charset))) }
        new TableSource().read(folder, new ImportReport()).first().drafts().collectEntries {
            [it.path(), new JsonSlurper().parseText(it.tree().toString())]
        }
    }

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
        drafts['data/books.yaml'].records == [
            [title: 'Solaris', author: [code: 'SL'], price: 7.50], [title: 'The "Left" Hand', author: [code: 'UKL'], price: 8.00, owner_1: 'me']]
        drafts['menus/main.yaml'].items*.entity == ['book_club.authors', 'book_club.books']
    }

    def 'a table whose rows nothing tells apart gets keys of its own'() {
        expect:
        read(['logs.csv': 'word\na\na\n'])['data/logs.yaml'].records*.external_id == ['logs-1', 'logs-2']
    }

    def 'letters of old programs are read'() {
        expect:
        read(['a.csv': 'Größe\nklein\n'], 'windows-1252')['entities/a.yaml'].fields.keySet() == ['gro_e'] as Set
    }

    def 'an empty file and one of another kind are told'() {
        given:
        def folder = Files.createDirectories(root.resolve('x'))
        Files.writeString(folder.resolve('empty.csv'), '')
        Files.writeString(folder.resolve('broken.xlsx'), 'no workbook')
        def report = new ImportReport()

        expect:
        new TableSource().read(folder, report).empty
        report.entries()*.file() == ['broken.xlsx', 'empty.csv']
    }
}
