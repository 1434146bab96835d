package io.armature.metadata.model;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.EntityDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.expression.Member;
import io.armature.metadata.problem.Problems;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compiles packs into a model: overlays are merged, inheritance followed, links closed, expressions checked. All
 * problems are told at once.
 */
public final class ModelCompiler {

    private final Problems problems = new Problems();
    private final List<ModelSource> sources;

    private ModelCompiler(List<ModelSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /**
     * @param sources in the order of their dependencies: a pack after those it requires
     */
    public static ModelCompilation compile(List<ModelSource> sources) {
        return new ModelCompiler(sources).run();
    }

    private ModelCompilation run() {
        Map<Kind, SequencedMap<String, Definition>> definitions = new DefinitionIndex(problems).index(sources);
        SequencedMap<String, EntityDefinition> entities = new Overlays(problems).merge(definitions);
        SequencedMap<String, EntityDraft> drafts =
                new Lineages(entities, new References(definitions), problems).drafts();
        new LineLinks(drafts).settle();
        SequencedMap<String, EntityStructure> structures = new Structures(drafts, problems).build();
        Members members = new Members(structures, problems);
        SequencedMap<String, Entity> compiled = assemble(entities, structures, members);
        Map<String, Map<String, Member>> named = new HashMap<>();
        structures.keySet().forEach(entity -> named.put(entity, members.all(entity)));
        return new ModelCompilation(new Model(digest(), packs(), compiled, definitions, named), problems.sorted());
    }

    private SequencedMap<String, Entity> assemble(
            Map<String, EntityDefinition> entities, SequencedMap<String, EntityStructure> structures, Members members) {
        Set<String> lineEntities = structures.values().stream()
                .flatMap(structure -> structure.fields().values().stream())
                .flatMap(field -> field.relation().stream())
                .filter(Relation.Lines.class::isInstance)
                .map(Relation::target)
                .collect(Collectors.toSet());
        EntityAssembler assembler = new EntityAssembler(entities, members, problems, lineEntities);
        Map<String, Map<String, Field>> ruled = new HashMap<>();
        SequencedMap<String, Entity> compiled = new LinkedHashMap<>();
        structures.forEach((name, structure) -> compiled.put(name, assembler.assemble(structure, ruled)));
        return compiled;
    }

    private SequencedMap<String, PackInfo> packs() {
        SequencedMap<String, PackInfo> packs = new LinkedHashMap<>();
        sources.forEach(source -> packs.put(source.pack().name(), source.pack()));
        return packs;
    }

    private String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (ModelSource source : sources) {
                sha.update((source.pack().name() + "@" + source.pack().version() + "#" + source.digest() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
