package io.armature.packs

import io.armature.metadata.read.PackReader
import io.armature.metadata.read.PackSource
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/** The packs that ship are what a pack should be. */
class ShippedPacksSpec extends Specification {

    static final Map<String, Path> FOLDERS = [
        sys : Path.of('../engine/src/main/resources/packs/sys'),
        core: Path.of('../module-packs/core'),
        crm : Path.of('../module-packs/crm'),
    ]

    @Shared Map<String, PackSource> packs = FOLDERS.collectEntries { name, folder -> [name, new PackReader().read(folder)] }

    def "every file of #pack can be read"() {
        expect:
        packs[pack].problems()*.toString() == []

        where:
        pack << FOLDERS.keySet()
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
        pack << FOLDERS.keySet()
    }
}
