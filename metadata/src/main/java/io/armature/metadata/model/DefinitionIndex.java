package io.armature.metadata.model;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** All definitions by kind and full name. */
final class DefinitionIndex {

    private final Problems problems;

    DefinitionIndex(Problems problems) {
        this.problems = problems;
    }

    Map<Kind, SequencedMap<String, Definition>> index(List<ModelSource> sources) {
        Map<Kind, SequencedMap<String, Definition>> index = new EnumMap<>(Kind.class);
        for (ModelSource source : sources) {
            for (Definition definition : source.definitions()) {
                add(index.computeIfAbsent(definition.kind(), kind -> new LinkedHashMap<>()), definition);
            }
        }
        index.replaceAll((kind, definitions) -> Collections.unmodifiableSequencedMap(definitions));
        return Collections.unmodifiableMap(index);
    }

    private void add(SequencedMap<String, Definition> known, Definition definition) {
        String fullName = definition.origin().pack() + "." + definition.name();
        Definition first = known.putIfAbsent(fullName, definition);
        if (first != null) {
            problems.add(Problem.error(
                    ProblemCode.DUPLICATE_DEFINITION,
                    definition.origin().position(),
                    "",
                    definition.kind().schema(),
                    fullName,
                    first.origin().position().toString()));
        }
    }
}
