package io.armature.metadata.check

import io.armature.metadata.definition.Kind
import io.armature.metadata.model.ModelCompiler
import io.armature.metadata.model.ModelSources
import io.armature.metadata.problem.Problem
import io.armature.metadata.read.PackReader
import io.armature.metadata.read.PackSource
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Shared
import spock.lang.Specification

/**
 * The definitions under {@code src/test/resources/good} are one pack without a problem. Those under {@code bad}, each put
 * into that pack, have exactly the problems that their first lines name:
 * {@code # expect CODE line:column some words of the sentence or its hint}.
 */
class FixturesSpec extends Specification {
    @Shared PackReader reader = new PackReader()
    @Shared Map<String, byte[]> good = files('good').collectEntries { [pathOf(it), Files.readAllBytes(it)] }

    def 'the good definitions make a pack without a problem'() {
        when:
        def found = check(reader.read(good))*.toString()

        then:
        found == []
    }

    def 'bad: #file'() {
        given:
        def expected = expectations(file)
        def path = pathOf(file)

        when:
        def source = reader.read(good + [(path): Files.readAllBytes(file)])
        def found = (source.hasErrors() ? source.problems() : check(source)).findAll { it.position().file() == path }
        def places = found.collect { "${it.code().id()} ${it.position().line()}:${it.position().column()}" as String }
        def sentences = found*.toString()
        def silent = [sentences, expected*.words].transpose().findAll { sentence, words -> !sentence.contains(words) }

        then:
        sentences && places == expected*.place
        silent == []

        where:
        file << files('bad')
    }

    def 'there are bad definitions of every kind that is a tree, and good ones of all'() {
        expect:
        files('bad').size() >= 100
        files('bad')*.parent*.fileName*.toString().toSet() ==
            (Kind.values().toList() - [Kind.HOOK, Kind.MIGRATION])*.schema().toSet()
        files('good').findAll { it.toString() =~ /yaml|json|js|sql/ }*.parent*.fileName*.toString().toSet() ==
            Kind.values()*.schema().toSet()
    }

    def 'the shipped packs mean what they say'() {
        given:
        def packs = ['core', 'crm'].collect { reader.read(Path.of('../module-packs', it)) }
        def sys = reader.read(Path.of('../engine/src/main/resources/packs/sys'))
        def compilation = ModelCompiler.compile(([sys] + packs).collect { ModelSources.of(it) })

        when:
        def found = (packs + sys)*.problems().flatten() + compilation.problems() +
            PackChecks.check(packs + sys, compilation.model())

        then:
        found*.toString() == []
    }

    private static List<Problem> check(PackSource source) {
        def compilation = ModelCompiler.compile([ModelSources.of(source)])
        (source.problems() + compilation.problems() + PackChecks.check([source], compilation.model()))
            .sort { a, b -> a.position() <=> b.position() ?: a.path() <=> b.path() }.unique()
    }

    private static String pathOf(Path file) {
        def kind = Kind.values().find { it.schema() == file.parent.fileName.toString() }
        kind == Kind.PACK ? 'pack.yaml' : "${kind.folder()}/${nameOf(kind, file)}"
    }

    /** A bad fixture is called after its mistake, which may be no name of its kind. */
    private static String nameOf(Kind kind, Path file) {
        def name = file.fileName.toString()
        kind == Kind.TRANSLATION && file.toString().contains('bad') ? 'de.yaml' : name
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
