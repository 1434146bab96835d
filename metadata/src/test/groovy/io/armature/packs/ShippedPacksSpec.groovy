package io.armature.packs

import io.armature.metadata.read.PackReader
import java.nio.file.Path
import spock.lang.Specification

/** The packs that ship are what a pack should be. */
class ShippedPacksSpec extends Specification {

    static final Map<String, Path> PACKS = [
        sys : Path.of('../engine/src/main/resources/packs/sys'),
        core: Path.of('../module-packs/core'),
        crm : Path.of('../module-packs/crm'),
    ]

    def "every file of #pack can be read"() {
        expect:
        new PackReader().read(folder).problems()*.toString() == []

        where:
        [pack, folder] << PACKS.collect { name, folder -> [name, folder] }
    }
}
