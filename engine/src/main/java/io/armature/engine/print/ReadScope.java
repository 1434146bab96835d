package io.armature.engine.print;

import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Scope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A model whose formulas and lookups are values like others: they come with the record, by the reader's rights. */
record ReadScope(Scope model) implements Scope {

    @Override
    public Optional<Member> member(String entity, String name) {
        return model.member(entity, name)
                .map(member -> member instanceof Member.Computed computed
                        ? new Member.Column(name, computed.type(), entity, List.of(name))
                        : member);
    }

    @Override
    public Collection<String> memberNames(String entity) {
        return model.memberNames(entity);
    }

    @Override
    public String table(String entity) {
        return model.table(entity);
    }

    @Override
    public List<String> lineage(String entity) {
        return model.lineage(entity);
    }

    @Override
    public boolean softDelete(String entity) {
        return model.softDelete(entity);
    }
}
