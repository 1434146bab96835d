package io.armature.metadata.read

import io.armature.metadata.definition.EntityDefinition
import io.armature.metadata.definition.Kind
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class PackReaderSpec extends Specification {
    static final String MANIFEST = 'pack: shop\nversion: 1.0.0\ntitle: Shop\nlicense: MIT\nengine: ">=0.1"\n'

    @TempDir
    Path folder

    def 'the shipped pack #name reads without a problem'() {
        when:
        def pack = new PackReader().read(Path.of('../module-packs', name))

        then:
        pack.problems().empty
        pack.manifest().name() == name
        pack.definitions().any { it.kind() == Kind.ENTITY }

        where:
        name << ['core', 'crm']
    }

    def 'definitions come in the order of kinds and names, whatever the order of the files'() {
        given:
        def files = ['views/b.yaml': 'entity: shop.a\nkind: list', 'entities/z.yaml': 'fields: { a: text }',
                     'entities/a.json': '{"fields": {"a": "text"}}', 'pack.yaml': MANIFEST]

        when:
        def packs = files.keySet().toList().permutations().collect { order ->
            read(order.collectEntries { [it, files[it]] })
        }

        then:
        packs*.definitions()*.collect { it.origin().position().file() }.toSet() ==
            [['entities/a.json', 'entities/z.yaml', 'views/b.yaml']].toSet()
    }

    def 'every definition knows its pack, version and file'() {
        when:
        def entity = read(['pack.yaml': MANIFEST, 'entities/item.yaml': 'fields:\n  name: text\n']).definitions().first()

        then:
        entity instanceof EntityDefinition
        entity.fullName() == 'shop.item'
        entity.fields().name.type() == 'text'
        entity.fields().name.origin().toString() == 'Origin[pack=shop, version=1.0.0, position=entities/item.yaml:2:3]'
    }

    def 'all problems of all files are told at once'() {
        expect:
        read(['entities/A.yaml': 'fields: { a: text }', 'entitys/b.yaml': '', 'entities/c.yaml': 'a: [', 'entities/d.yaml': '[1]',
              'entities/e.yaml': 'fields: { a: text }', 'entities/e.json': '{}', 'hooks/x.txt': '', 'README.md': ''])
            .problems().collect { "${it.position().file()} ${it.code().id()}" as String }
            .containsAll([' AR-228', 'entities/A.yaml AR-204', 'entities/c.yaml AR-200', 'entities/d.yaml AR-222',
                          'entities/e.yaml AR-219', 'entitys/b.yaml AR-203', 'hooks/x.txt AR-203'])
    }

    def 'CSV rows name links by a unique field, and know their line'() {
        when:
        def data = read(['pack.yaml': MANIFEST, 'data/demo/core.city.csv':
            'code,name,name@fr,country.code\r\npar,"Paris, ""Paname""",Paris,FR\r\n\r\nlon,London,,GB\r\n']).definitions().first()

        then:
        data.entity() == 'core.city'
        data.demo()
        data.rows().collect { NodeReaderSpec.plain(io.armature.metadata.definition.Node.MapNode.of(it.values())) } == [
            [code: 'par', name: 'Paris, "Paname"', 'name@fr': 'Paris', country: [code: 'FR']],
            [code: 'lon', name: 'London', country: [code: 'GB']]]
        data.rows()*.origin()*.position()*.line() == [2, 4]
    }

    def 'CSV with a wrong number of cells, an open quote or a column twice is refused'() {
        expect:
        read(['pack.yaml': MANIFEST, 'data/city.csv': text]).problems().collect { it.toString().split(' ')[0, 1] } == [[place, code]]

        where:
        text            || place               | code
        'a,b\n1\n'      || 'data/city.csv:2:1' | 'AR-227'
        'a\n"x\n'       || 'data/city.csv:2:1' | 'AR-200'
        'a,a\n1,2\n'    || 'data/city.csv:1:3' | 'AR-206'
        'a\n"x"y\n'     || 'data/city.csv:2:4' | 'AR-200'
    }

    def 'hidden files and links are left out'() {
        given:
        Files.writeString(folder.resolve('pack.yaml'), MANIFEST)
        Files.createDirectories(folder.resolve('.git'))
        Files.writeString(folder.resolve('.git/config'), 'x')
        Files.createDirectories(folder.resolve('entities'))
        Files.createSymbolicLink(folder.resolve('entities/passwd.yaml'), Path.of('/etc/passwd'))

        expect:
        new PackReader().read(folder).files().keySet() == ['pack.yaml'].toSet()
    }

    private static PackSource read(Map<String, String> files) {
        new PackReader().read(files.collectEntries { [it.key, it.value.getBytes('UTF-8')] })
    }
}
