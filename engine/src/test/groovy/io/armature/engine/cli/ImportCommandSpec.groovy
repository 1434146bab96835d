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
