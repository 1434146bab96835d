package io.armature.engine.cli

import com.fasterxml.jackson.databind.ObjectMapper
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ImportCommandSpec extends Specification {
    @TempDir
    Path folder
    def out = new StringWriter()
    def err = new StringWriter()

    private int run(String... arguments) {
        def root = ArmatureCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
        ArmatureCommand.execute(root, arguments)
    }

    private Path shop(String condition) {
        def doctype = folder.resolve('apps/shop/main/doctype/thing')
        Files.createDirectories(doctype)
        Files.writeString(doctype.resolve('thing.json'), """{"doctype": "DocType", "name": "Thing", "permissions": [],
            "fields": [{"fieldname": "a", "fieldtype": "Data"}, {"fieldname": "b", "fieldtype": "Data", "depends_on": "$condition"}]}""")
        folder.resolve('apps')
    }

    def 'what is imported passes the checks of packs, and the report says what became of it'() {
        given:
        def report = folder.resolve('report.json')

        expect:
        run('import', 'frappe', shop("eval:doc.a && unknown()").toString(), '--out', folder.resolve('packs').toString(), '--report', report.toString()) == 0
        run('pack', 'check', folder.resolve('packs/shop').toString()) == 0
        with(new ObjectMapper().readTree(report.toFile())) {
            at('/names/Thing/entity').asText() == 'shop.thing'
            at('/applications/shop/field/imported').asInt() == 1
            at('/applications/shop/field/mapped with a difference').asInt() == 1
        }
    }

    def 'a second import takes away what the first wrote, and leaves what people put beside it'() {
        given:
        def pack = folder.resolve('packs/shop')
        run('import', 'frappe', shop('a').toString(), '--out', folder.resolve('packs').toString())
        Files.createDirectories(pack.resolve('hooks'))
        Files.writeString(pack.resolve('hooks/thing.js'), 'export default {}')
        Files.move(folder.resolve('apps/shop/main/doctype/thing'), folder.resolve('apps/shop/main/doctype/other'))
        Files.writeString(folder.resolve('apps/shop/main/doctype/other/other.json'),
            '{"doctype": "DocType", "name": "Other", "permissions": [], "fields": []}')

        expect:
        run('import', 'frappe', folder.resolve('apps').toString(), '--out', folder.resolve('packs').toString()) == 0
        Files.exists(pack.resolve('entities/other.yaml'))
        !Files.exists(pack.resolve('entities/thing.yaml'))
        Files.exists(pack.resolve('hooks/thing.js'))
    }

    private void doctype(String name, String... fields) {
        def file = folder.resolve("apps/shop/main/doctype/${name.toLowerCase()}/${name.toLowerCase()}.json")
        Files.createDirectories(file.parent)
        Files.writeString(file, new ObjectMapper().writeValueAsString([doctype: 'DocType', name: name, permissions: [], fields: fields.collect {
            def (fieldname, label, type) = it.tokenize(':')
            [fieldname: fieldname, label: label, fieldtype: type]
        }]))
    }

    private int importShop() {
        run('import', 'frappe', folder.resolve('apps').toString(), '--out', folder.resolve('packs').toString(),
            '--report', folder.resolve('report.json').toString())
    }

    def 'what a next version calls otherwise is taken to be what it was, and the report says so'() {
        given:
        doctype('Boat', 'berth:Berth:Data', 'draught:Draught:Float', 'mast:Mast:Data', 'crew:Crew:Int', 'flag:Flag:Data')
        doctype('Pier', 'berth:Berth:Data', 'depth:Depth:Float', 'lamp_a:Lamp:Data', 'lamp_b:Lamp:Data')
        importShop()
        def pier = folder.resolve('packs/shop/entities/pier.yaml')
        Files.writeString(pier, Files.readString(pier).replaceFirst(/(?m)^  depth: \{ /, '  depth: { renamedFrom: [deep], '))

        when: 'a DocType and some fields have other names'
        folder.resolve('apps/shop/main/doctype/boat').toFile().deleteDir()
        doctype('Vessel', 'berth:Berth:Data', 'draft:Draught:Float', 'mast:Mast:Data', 'crew:Crew:Int', 'flag:Flag:Data')
        doctype('Pier', 'mooring:Berth:Data', 'depth:Depth:Float', 'lamp_c:Lamp:Data', 'lamp_d:Lamp:Data')
        def status = importShop()
        def vessel = Files.readString(folder.resolve('packs/shop/entities/vessel.yaml'))
        def changed = Files.readString(pier)
        def told = new ObjectMapper().readTree(folder.resolve('report.json').toFile()).path('parts').findAll { it.path('kind').asText() == 'former name' }

        then:
        status == 0
        run('pack', 'check', folder.resolve('packs/shop').toString()) == 0
        vessel.contains('renamedFrom: [shop.boat]')
        vessel.readLines().find { it.startsWith('  draft:') || it.contains('renamedFrom: [draught]') }
        changed.contains('renamedFrom: [berth]')
        changed.contains('renamedFrom: [deep]')
        told*.path('part')*.asText() as Set == ['Vessel', 'Vessel.draft', 'Pier.mooring'] as Set

        and: 'nobody can tell which of two lamps is which'
        !changed.contains('lamp_a')
    }

    private void workflow(String... ways) {
        def states = ways.collectMany { it.tokenize('>') }.unique()
        folder.resolve('apps/shop/fixtures').toFile().mkdirs()
        Files.writeString(folder.resolve('apps/shop/fixtures/workflow.json'), new ObjectMapper().writeValueAsString([[doctype: 'Workflow', name: 'Mooring',
            document_type: 'Pier', is_active: 1, workflow_state_field: 'state', states: states.collect { [state: it, doc_status: '0'] },
            transitions: ways.collect { def (from, to) = it.tokenize('>'); [state: from, action: "To $to", next_state: to, allowed: 'System Manager'] }]]))
    }

    def 'a workflow that lost a state goes up a version, once, so that records may stay where they are'() {
        given:
        doctype('Pier', 'berth:Berth:Data')
        def file = folder.resolve('packs/shop/workflows/mooring.yaml')

        when:
        workflow('Free>Booked', 'Booked>Laid up', 'Laid up>Free')
        importShop()
        def first = Files.readString(file)
        workflow('Free>Booked', 'Booked>Free')
        importShop()
        def second = Files.readString(file)
        def told = new ObjectMapper().readTree(folder.resolve('report.json').toFile()).path('parts').find { it.path('kind').asText() == 'workflow version' }
        Files.writeString(file, second + 'migrate: { laid_up: free }\n')
        importShop()
        def third = Files.readString(file)

        then:
        !first.contains('version:')
        second.contains('version: 2')
        told.path('reason').asText().startsWith('has no `laid_up` any more')
        third.contains('version: 2')
        third.contains('laid_up: free')
        run('pack', 'check', folder.resolve('packs/shop').toString()) == 0
    }

    def 'a table of many rows lies in the pack until it is sent, and the pack passes'() {
        given:
        def tables = Files.createDirectories(folder.resolve('club'))
        Files.writeString(tables.resolve('sales.csv'), 'number,note\n' + (1..30_000).collect { "$it,A note of some length that is the same" }.join('\n'))

        expect:
        run('import', 'tables', tables.toString(), '--out', folder.resolve('packs').toString()) == 0
        Files.size(folder.resolve('packs/club/assets/sales.csv')) > 1_000_000
        run('pack', 'check', folder.resolve('packs/club').toString()) == 0
    }

    def 'a pack that no import wrote is not touched'() {
        given:
        def pack = folder.resolve('packs/shop')
        Files.createDirectories(pack)
        Files.writeString(pack.resolve('pack.yaml'), 'pack: shop')

        expect:
        run('import', 'frappe', shop('a').toString(), '--out', folder.resolve('packs').toString()) == 1
        err.toString().contains('no import has written')
        Files.readString(pack.resolve('pack.yaml')) == 'pack: shop'
    }

    def 'a folder with nothing in it is refused'() {
        given:
        Files.createDirectories(folder.resolve('empty'))

        expect:
        run('import', 'frappe', folder.resolve('empty').toString(), '--out', folder.resolve('packs').toString()) == 1
        run('import', 'frappe', folder.resolve('nowhere').toString(), '--out', folder.resolve('packs').toString()) == 1
        run('import') == 2
    }
}
