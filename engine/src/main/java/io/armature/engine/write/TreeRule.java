package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** No record of a tree lies under itself. */
final class TreeRule implements RecordRule {

    private static final String PARENT = "parent";

    @Override
    public void check(WriteSet set, RecordState record) {
        Entity entity = record.entity();
        if (record.action() != Action.UPDATE
                || !entity.features().tree()
                || !record.changes(PARENT)
                || !(record.after(PARENT) instanceof UUID parent)) {
            return;
        }
        serialize(set, entity);
        if (parent.equals(record.id()) || ancestors(set, entity, parent).contains(record.id())) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.INVALID_VALUE, Paths.field(record.path(), PARENT), "a parent", entity.title()));
        }
    }

    /** Two moves that are each sound could close a circle together, so they wait for each other. */
    private static void serialize(WriteSet set, Entity entity) {
        set.transaction()
                .list(
                        Sql.of(
                                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                                SqlValue.text(set.schema() + "." + entity.table())),
                        row -> true);
    }

    /** The records above, with what this request moves already moved. */
    private static Set<UUID> ancestors(WriteSet set, Entity entity, UUID start) {
        Set<UUID> ancestors = new HashSet<>();
        Optional<UUID> next = Optional.of(start);
        while (next.isPresent() && ancestors.add(next.get())) {
            UUID at = next.get();
            next = set.find(at)
                    .map(record -> Optional.ofNullable((UUID) record.after(PARENT)))
                    .orElseGet(() -> storedParent(set, entity, at));
        }
        return ancestors;
    }

    private static Optional<UUID> storedParent(WriteSet set, Entity entity, UUID id) {
        Field parent = entity.field(PARENT).orElseThrow();
        String table = Identifiers.quote(
                set.schema(), set.model().require(parent.level()).table());
        return set.transaction()
                .first(
                        Sql.of(
                                "select " + Identifiers.quote(parent.column().name()) + " from " + table
                                        + " where \"id\" = ? and "
                                        + Identifiers.quote(parent.column().name())
                                        + " is not null",
                                SqlValue.uuid(id)),
                        row -> row.getObject(1, UUID.class));
    }
}
