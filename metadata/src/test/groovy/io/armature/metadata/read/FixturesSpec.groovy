package io.armature.metadata.read

import io.armature.metadata.definition.Kind
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/**
 * Definitions under {@code src/test/resources/good} read without a problem. Those under {@code bad} have exactly the
 * problems that their first lines name: {@code # expect CODE line:column some words of the sentence or its hint}.
 */
class FixturesSpec extends Specification {
    static final String MANIFEST = 'pack: shop\nversion: 1.0.0\ntitle: Shop\n'

    @Shared PackReader reader = new PackReader()

    def 'good: #file'() {
        expect:
        problems(file).empty

        where:
        file << files('good')
    }

    def 'bad: #file'() {
        given:
        def expected = expectations(file)
        def found = problems(file)

        expect:
        !expected.empty
        found.collect { "${it.code().id()} ${it.position().line()}:${it.position().column()}" as String } == expected*.place
        [found, expected].transpose().every { problem, wanted -> "$problem".contains(wanted.words) }

        where:
        file << files('bad')
    }

    def 'there are bad definitions of every kind that is a tree'() {
        expect:
        files('bad').size() >= 60
        files('bad')*.parent*.fileName*.toString().toSet() ==
            (Kind.values().toList() - [Kind.HOOK, Kind.MIGRATION])*.schema().toSet()
        files('good')*.parent*.fileName*.toString().toSet() == Kind.values()*.schema().toSet()
    }

    private List problems(Path file) {
        def kind = Kind.values().find { it.schema() == file.parent.fileName.toString() }
        def path = kind == Kind.PACK ? 'pack.yaml' : "${kind.folder()}/${nameOf(kind, file)}" as String
        def files = ['pack.yaml': MANIFEST.bytes]
        files[path] = Files.readAllBytes(file)
        reader.read(files).problems()
    }

    /** A bad fixture is called after its mistake, which may be no name of its kind. */
    private static String nameOf(Kind kind, Path file) {
        def name = file.fileName.toString()
        kind == Kind.TRANSLATION && file.parent.parent.fileName.toString() == 'bad' ? 'fr.yaml' : name
    }

    private static List<Map> expectations(Path file) {
        Files.readAllLines(file).findAll { it.startsWith('# expect ') }.collect {
            def parts = it.substring('# expect '.length()).split(' ', 3)
            [place: "${parts[0]} ${parts[1]}" as String, words: parts.length > 2 ? parts[2] : '']
        }
    }

    private static List<Path> files(String folder) {
        Files.walk(Path.of('src/test/resources', folder)).withCloseable { it.filter { Files.isRegularFile(it) }.sorted().toList() }
    }
}
