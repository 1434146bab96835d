package io.armature.packs

import io.armature.metadata.read.PackSource
import spock.lang.Shared
import spock.lang.Specification

/** The packs that ship are what a pack should be. */
class ShippedPacksSpec extends Specification {

    @Shared Map<String, PackSource> packs = ShippedPacks.read()

    def "every file of #pack can be read"() {
        expect:
        packs[pack].problems()*.toString() == []

        where:
        pack << ShippedPacks.NAMES
    }

    def "they compile together without a problem"() {
        expect:
        ShippedPacks.compile().problems()*.toString() == []
    }

    def "every text of #pack has a French one, and no French one is left over"() {
        given:
        def english = PackTexts.english(packs[pack])
        def french = PackTexts.translated(packs[pack], 'fr')

        expect:
        english - french.keySet() == [] as Set
        french.keySet() - english == [] as Set
        french.values().every { !it.blank }

        where:
        pack << ShippedPacks.NAMES
    }
}
