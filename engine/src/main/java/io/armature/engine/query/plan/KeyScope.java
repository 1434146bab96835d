package io.armature.engine.query.plan;

import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What conditions on groups of records can name: the keys by which they are grouped, and from keys that are links all that the
 * model knows.
 *
 * @param keys types by name; the columns are called the same
 */
record KeyScope(Model model, Map<String, ValueType> keys) implements Scope {

    KeyScope {
        keys = Map.copyOf(keys);
    }

    @Override
    public Optional<Member> member(String entity, String name) {
        return entity.equals(GroupScope.GROUPS)
                ? Optional.ofNullable(keys.get(name))
                        .map(type -> new Member.Column(name, type, GroupScope.GROUPS, List.of(name)))
                : model.member(entity, name);
    }

    @Override
    public Collection<String> memberNames(String entity) {
        return entity.equals(GroupScope.GROUPS) ? keys.keySet() : model.memberNames(entity);
    }

    @Override
    public String table(String entity) {
        return entity.equals(GroupScope.GROUPS) ? entity : model.table(entity);
    }

    @Override
    public List<String> lineage(String entity) {
        return entity.equals(GroupScope.GROUPS) ? List.of(entity) : model.lineage(entity);
    }

    @Override
    public boolean softDelete(String entity) {
        return !entity.equals(GroupScope.GROUPS) && model.softDelete(entity);
    }

    @Override
    public String userEntity() {
        return model.userEntity();
    }

    @Override
    public String companyEntity() {
        return model.companyEntity();
    }
}
