package io.armature.metadata.archive

import io.armature.metadata.read.PackReader
import spock.lang.Specification

class PackResolverSpec extends Specification {
    private static manifest(String name, String version, Map<String, String> requires = [:], String engine = '>=0.1 <1') {
        def text = "pack: $name\nversion: $version\ntitle: X\nengine: \"$engine\"\n"
        if (requires) {
            text += 'requires: { ' + requires.collect { "$it.key: \"$it.value\"" }.join(', ') + ' }\n'
        }
        new PackReader().read(['pack.yaml': text.bytes]).manifest()
    }

    def 'each pack comes after those it requires'() {
        when:
        def resolution = PackResolver.resolve(
            [manifest('a', '1.0.0', [z: '^1']), manifest('m', '1.0.0'), manifest('z', '1.4.0', [m: '>=1.0 <2'])], '0.1.0')

        then:
        resolution.order() == ['m', 'z', 'a']
        resolution.problems().empty
    }

    def 'a need that is not met is told: #what'() {
        when:
        def resolution = PackResolver.resolve(packs, '0.1.0')

        then:
        resolution.problems()*.code()*.id() == [code]
        resolution.problems().first().arguments() == arguments
        resolution.problems().first().position().file() == 'pack.yaml'

        where:
        what                | packs                                                                  || code     | arguments
        'a missing pack'    | [manifest('a', '1.0.0', [b: '>=1'])]                                   || 'AR-601' | ['a', 'b', '>=1', '–']
        'a wrong version'   | [manifest('a', '1.0.0', [b: '>=2 <3']), manifest('b', '1.9.0')]        || 'AR-601' | ['a', 'b', '>=2 <3', '1.9.0']
        'another engine'    | [manifest('a', '1.0.0', [:], '>=0.2')]                                 || 'AR-603' | ['a', '>=0.2', '0.1.0']
        'a circle'          | [manifest('a', '1.0.0', [b: '*']), manifest('b', '1.0.0', [a: '*'])]   || 'AR-602' | ['a → b → a']
        'a pack of its own' | [manifest('a', '1.0.0', [a: '*'])]                                     || 'AR-602' | ['a → a']
    }

    def 'version #version #verdict "#range"'() {
        expect:
        VersionRange.contains(range, version) == inside

        where:
        range       | version       || inside
        '>=1.0 <2'  | '1.0.0'       || true
        '>=1.0 <2'  | '2.0.0'       || false
        '^1.2'      | '1.9.9'       || true
        '~1.2'      | '1.3.0'       || false
        '*'         | '0.0.1'       || true
        '>=1.0 <2'  | '1.5.0-beta'  || false
        '>=1.0'     | 'not one'     || false
        'not one'   | '1.0.0'       || false
        verdict = inside ? 'lies in' : 'lies outside'
    }
}
