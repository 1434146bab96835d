package io.armature.metadata.model;

import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Scope;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Everything the installed packs say, compiled. Immutable and shared by all tenants with the same packs.
 *
 * @param digest of all sources; equal digests mean equal models
 * @param packs in the order of their dependencies
 * @param entities by full name, in the order of packs and files
 * @param definitions all definitions by kind, then by {@code pack.name}; extensions are already merged
 * @param members what expressions can name, by entity and member
 */
public record Model(
        String digest,
        SequencedMap<String, PackInfo> packs,
        SequencedMap<String, Entity> entities,
        Map<Kind, SequencedMap<String, Definition>> definitions,
        Map<String, Map<String, Member>> members)
        implements Scope {

    public Model {
        packs = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(packs));
        entities = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entities));
        definitions = Map.copyOf(definitions);
        members = Map.copyOf(members);
    }

    public Optional<Entity> entity(String fullName) {
        return Optional.ofNullable(entities.get(fullName));
    }

    /** The entity, which is known to be there. */
    public Entity require(String fullName) {
        return entity(fullName).orElseThrow(() -> new IllegalArgumentException("No entity " + fullName));
    }

    public SequencedMap<String, Definition> definitions(Kind kind) {
        return definitions.getOrDefault(kind, Collections.unmodifiableSequencedMap(new LinkedHashMap<>()));
    }

    @Override
    public Optional<Member> member(String entity, String name) {
        return Optional.ofNullable(members.getOrDefault(entity, Map.of()).get(name));
    }

    @Override
    public Collection<String> memberNames(String entity) {
        return members.getOrDefault(entity, Map.of()).keySet();
    }

    @Override
    public String table(String entity) {
        return require(entity).table();
    }

    @Override
    public List<String> lineage(String entity) {
        return require(entity).lineage();
    }

    @Override
    public boolean softDelete(String entity) {
        return require(entity).features().softDelete();
    }
}
