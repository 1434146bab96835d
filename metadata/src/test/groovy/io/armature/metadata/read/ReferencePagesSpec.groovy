package io.armature.metadata.read

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** The reference in {@code docs/reference} is what the schemas say. With -Darmature.rewrite=true it is written anew. */
class ReferencePagesSpec extends Specification {
    static final Path FOLDER = Path.of('../docs/reference')

    def 'the page #name is what the schemas say'() {
        given:
        def file = FOLDER.resolve(name)
        if (Boolean.getBoolean('armature.rewrite')) {
            Files.createDirectories(FOLDER)
            Files.writeString(file, text)
        }

        expect:
        Files.exists(file) && Files.readString(file) == text

        where:
        [name, text] << new ReferencePages().pages().collect { [it.key, it.value] }
    }
}
