package io.armature.metadata.read;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.PackManifest;
import io.armature.metadata.problem.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A pack as it stands in its files.
 *
 * @param manifest what {@code pack.yaml} says; a makeshift one when that file cannot be read
 * @param definitions everything else, in the order of kinds, then of file names
 * @param files all files, by path with forward slashes, in the order of paths; not to be changed
 * @param problems what is wrong with the syntax and shape of the files
 */
public record PackSource(
        PackManifest manifest,
        List<Definition> definitions,
        SequencedMap<String, byte[]> files,
        List<Problem> problems) {

    public PackSource {
        definitions = List.copyOf(definitions);
        files = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(files));
        problems = List.copyOf(problems);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
