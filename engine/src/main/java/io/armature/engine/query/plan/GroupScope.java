package io.armature.engine.query.plan;

import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.type.ValueType;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a condition on groups can name: keys and measures, as columns of one table.
 *
 * @param types by name
 * @param columns the SQL names, by name
 */
public record GroupScope(SequencedMap<String, ValueType> types, SequencedMap<String, String> columns) implements Scope {
    /** What the groups are called where an entity's name is wanted. */
    public static final String GROUPS = "groups";

    public GroupScope {
        types = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(types));
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }

    @Override
    public Optional<Member> member(String entity, String name) {
        return Optional.ofNullable(types.get(name))
                .map(type -> new Member.Column(name, type, GROUPS, List.of(columns.getOrDefault(name, name))));
    }

    @Override
    public Collection<String> memberNames(String entity) {
        return types.keySet();
    }

    @Override
    public String table(String entity) {
        return GROUPS;
    }

    @Override
    public List<String> lineage(String entity) {
        return List.of(GROUPS);
    }

    @Override
    public boolean softDelete(String entity) {
        return false;
    }
}
