package io.armature.engine.schema

import groovy.transform.CompileStatic
import java.nio.file.Files
import java.nio.file.Path

/** Plans as they are expected, kept as files. Written anew with -Darmature.golden=true. */
@CompileStatic
final class Golden {
    private static final Path FOLDER = Path.of('src/test/resources/io/armature/engine/schema')

    private Golden() {}

    static boolean check(String name, SchemaPlan plan) {
        String actual = plan.print() + '\n' + plan.steps()*.sql().flatten().join(';\n') + ';\n'
        Path file = FOLDER.resolve(name + '.plan.txt')
        if (Boolean.getBoolean('armature.golden')) {
            Files.createDirectories(FOLDER)
            Files.writeString(file, actual)
        }
        List<String> expected = Files.readAllLines(file)
        List<String> missing = expected - actual.readLines()
        List<String> unexpected = actual.readLines() - expected
        assert [missing: missing, unexpected: unexpected] == [missing: [], unexpected: []]
        assert actual.readLines() == expected
        true
    }
}
