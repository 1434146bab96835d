package io.armature.engine.write

import io.armature.engine.record.PartialWriter
import io.armature.engine.script.Hooks
import io.armature.engine.transfer.ImportFormat
import io.armature.engine.transfer.ImportOptions
import io.armature.engine.transfer.ImportReport
import io.armature.engine.transfer.Imports
import org.dhatim.fastexcel.Workbook
import spock.lang.Shared

import java.time.Clock

class ImportSpec extends WriteSpecification {
    @Shared Imports imports = new Imports(database, partial, reads, new Hooks(), Clock.systemUTC())

    def setup() {
        if (count('shop$country') == 0) {
            create('country', [code: 'FR', name: 'France'])
            create('tag', [name: 'red'])
            create('tag', [name: 'blue'])
        }
    }

    def 'a table becomes records, links found by their keys'() {
        given:
        def mark = fresh()

        when:
        def report = csv("name,country,tags,credit_limit,currency\n\"$mark, \"\"Ada\"\"\",FR,red;blue,12.50,EUR\n$mark Bob,,,,\n")

        then:
        [report.rows(), report.created(), report.refused(), report.kept()] == [2, 2, 0, true]
        def ada = sql.firstRow('select c.* from main."shop$customer" c join main."shop$party" p using (id) where name = ?', ["$mark, \"Ada\"".toString()])
        ada.credit_limit == 12.50
        ada.country
        sql.rows('select 1 from main."shop$customer$tags" where source = ?', [ada.id]).size() == 2
    }

    def 'semicolons, a mark of byte order and another end of line are understood'() {
        expect:
        with(csv("\uFEFFname;country.code\r\n${fresh()};FR\r\n")) { [it.created(), it.refused()] == [1, 0] }
    }

    def 'letters are read as #charset wrote them'() {
        given:
        def mark = fresh()
        def bytes = "${charset == 'UTF-16LE' ? '\uFEFF' : ''}name\n$mark Zoë Müller\n".toString().getBytes(charset)

        expect:
        run(ImportFormat.CSV, 'customer', bytes, [:]).created() == 1
        count('shop$party', "name = '$mark Zoë Müller'") == 1

        where:
        charset << ['UTF-8', 'windows-1252', 'UTF-16LE']
    }

    def 'every bad row is told, and nothing is kept'() {
        given:
        def mark = fresh()

        when:
        def report = csv("name,country,credit_limit\n$mark,FR,\n,FR,\n$mark,ZZ,\n$mark,FR,abc\n$mark,FR,5\n")

        then:
        !report.kept()
        [report.rows(), report.created(), report.refused()] == [5, 1, 4]
        report.errors().collect { "${it.row()} ${it.problems()[0].code().id()} ${it.problems()[0].path()}".toString() } ==
            ['2 AR-401 rows[2].name', '3 AR-407 rows[3].country', '4 AR-402 rows[4].credit_limit', '5 AR-410 rows[5]']
        count('shop$party', "name = '$mark'") == 0
    }

    def 'good rows are kept where that is asked'() {
        given:
        def mark = fresh()

        expect:
        with(csv("name,country\n$mark,FR\n,FR\n$mark,FR\n", [partial: true])) { [it.created(), it.refused(), it.kept()] == [2, 1, true] }
        count('shop$party', "name = '$mark'") == 2
    }

    def 'a dry run keeps nothing'() {
        given:
        def mark = fresh()

        expect:
        with(csv("name\n$mark\n", [dryRun: true])) { [it.created(), it.kept()] == [1, false] }
        count('shop$party', "name = '$mark'") == 0
    }

    def 'rows with a known key change its record'() {
        given:
        def key = fresh()
        csv("external_id,name,currency\n$key-1,Ada,EUR\n$key-2,Bob,EUR\n")

        when:
        def report = csv("external_id,name,currency\n$key-1,Ada,EUR\n$key-2,Bob,USD\n$key-3,Cyd,USD\n", [key: ['external_id']])

        then:
        [report.created(), report.updated(), report.unchanged()] == [1, 1, 1]
        refusal { csv("name\nx\n", [key: ['name']]) } == ['AR-105 key']
    }

    def 'what was exported here finds its records by their ids'() {
        given:
        def ada = create('customer', [name: fresh(), currency: 'EUR'])

        when:
        def report = csv("id,name,currency\n$ada,Ada Again,USD\n,Bob,USD\n", [key: ['id']])

        then:
        [report.created(), report.updated(), report.refused()] == [1, 1, 0]
        row('party', ada).name == 'Ada Again'
        csv("id,name\n${UUID.randomUUID()},Nobody\n", [key: ['id']]).errors().collectMany { it.problems()*.path() } == ['rows[1].id']
    }

    def 'links are found by what people call their records, where that is no key and only one is called so'() {
        given:
        def mark = fresh()
        def customer = create('customer', [name: "$mark Ada's".toString()])
        2.times { create('customer', [name: "$mark Twin".toString()]) }

        when:
        def report = run(ImportFormat.CSV, 'invoice', "$column,notes\n$mark Ada's,$mark 1\n$mark Twin,$mark 2\n$mark Nobody,$mark 3\n".toString().bytes, [partial: true])

        then:
        [report.created(), report.refused()] == [1, 2]
        report.errors().collect { it.problems()[0].with { "${code().id()} ${path()}".toString() } } == ['AR-457 rows[2].customer', 'AR-456 rows[3].customer']
        sql.firstRow('select customer from main."shop$invoice" where notes = ?', ["$mark 1".toString()]).customer == customer

        where:
        column << ['customer', 'customer.name']
    }

    def 'JSON brings lines too'() {
        given:
        def customer = create('customer', [name: 'Ada'])
        def rows = (1..3).collect { [customer: customer, lines: [[description: 'x', price: it]]] }

        expect:
        with(run(ImportFormat.JSON, 'invoice', groovy.json.JsonOutput.toJson(rows).bytes, [:])) { [it.created(), it.refused()] == [3, 0] }
        row('customer', customer).turnover == 6
    }

    def 'a workbook keeps its numbers and dates'() {
        given:
        def customer = create('customer', [name: 'Ada', external_id: fresh()])
        def out = new ByteArrayOutputStream()
        new Workbook(out, 'spec', '1.0').withCloseable { book ->
            def sheet = book.newWorksheet('Rows')
            ['customer', 'date', 'notes'].eachWithIndex { name, i -> sheet.value(0, i, name) }
            sheet.value(1, 0, customer.toString())
            sheet.value(1, 1, java.time.LocalDate.of(2026, 2, 28))
            sheet.style(1, 1).format('yyyy-mm-dd').set()
            sheet.value(1, 2, 'from a sheet')
        }

        when:
        def report = run(ImportFormat.XLSX, 'invoice', out.toByteArray(), [:])

        then:
        [report.created(), report.errors()] == [1, []]
        sql.firstRow("select date from main.\"shop\$invoice\" where notes = 'from a sheet'").date == java.sql.Date.valueOf('2026-02-28')
    }

    def 'what is no such file is refused: #format #text'() {
        expect:
        refusal { run(format, 'party', text.getBytes('ISO-8859-1'), [:]) } == ['AR-100']

        where:
        format            | text
        ImportFormat.JSON | '[{"name":'
        ImportFormat.CSV  | 'PK\u0003\u0004\u0000'
        ImportFormat.XLSX | 'name\nAda\n'
    }

    def 'thousands of rows go in at once'() {
        given:
        def mark = fresh()
        def text = 'name\n' + (1..5000).collect { "$mark $it" }.join('\n')

        expect: 'ten chunks, each in a savepoint'
        counted.during { assert csv(text.toString()).created() == 5000 } <= 10 * 4 + 2
        count('shop$party', "name like '$mark %'") == 5000
    }

    private ImportReport csv(CharSequence text, Map how = [:]) {
        run(ImportFormat.CSV, 'customer', text.toString().bytes, how)
    }

    private ImportReport run(ImportFormat format, String name, byte[] file, Map how) {
        imports.run(context, entity(name), format, new ByteArrayInputStream(file),
            new ImportOptions((how.key ?: []) as List<String>, how.dryRun as boolean, how.partial as boolean, Optional.empty()))
    }
}
