package io.armature.metadata.model;

import io.armature.metadata.definition.FieldDefinition;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** Gives every entity its fields (inherited, own, the system's) and inverses. */
final class Structures {

    private final SequencedMap<String, EntityDraft> drafts;
    private final FieldBuilder builder;
    private final SystemFieldBuilder system;
    private final Problems problems;

    Structures(SequencedMap<String, EntityDraft> drafts, Problems problems) {
        this.drafts = drafts;
        this.problems = problems;
        this.builder = new FieldBuilder(drafts, problems);
        this.system = new SystemFieldBuilder(drafts.containsKey("sys.user"));
    }

    SequencedMap<String, EntityStructure> build() {
        Map<String, SequencedMap<String, Field>> own = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> own.put(name, ownFields(draft)));
        SequencedMap<String, SequencedMap<String, Field>> all = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> all.put(name, allFields(draft, own)));
        Map<String, SequencedMap<String, Inverse>> inverses = new InverseFinder(all).find();
        SequencedMap<String, EntityStructure> built = new LinkedHashMap<>();
        drafts.forEach((name, draft) -> built.put(
                name,
                new EntityStructure(
                        draft,
                        FieldBuilder.table(draft.name()),
                        Objects.requireNonNull(all.get(name)),
                        inherited(draft, inverses))));
        return built;
    }

    private SequencedMap<String, Field> ownFields(EntityDraft draft) {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        for (FieldDefinition field : draft.fields().values()) {
            builder.build(draft, field).ifPresent(built -> fields.put(field.name(), built));
        }
        return fields;
    }

    private SequencedMap<String, Field> allFields(EntityDraft draft, Map<String, SequencedMap<String, Field>> own) {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        for (String level : draft.lineage()) {
            own.getOrDefault(level, new LinkedHashMap<>()).forEach((name, field) -> {
                if (fields.putIfAbsent(name, field) != null) {
                    problems.add(Problem.error(
                            ProblemCode.DUPLICATE_FIELD,
                            field.origin().position(),
                            "fields." + name,
                            name,
                            fields.get(name).level()));
                }
            });
        }
        system.build(draft).forEach(field -> fields.put(field.name(), field));
        return fields;
    }

    private static SequencedMap<String, Inverse> inherited(
            EntityDraft draft, Map<String, SequencedMap<String, Inverse>> own) {
        SequencedMap<String, Inverse> inverses = new LinkedHashMap<>();
        List<String> lineage = draft.lineage();
        for (String level : lineage) {
            own.getOrDefault(level, new LinkedHashMap<>()).forEach(inverses::putIfAbsent);
        }
        return inverses;
    }
}
