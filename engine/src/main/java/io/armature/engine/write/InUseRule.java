package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Inverse;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.List;

/**
 * A record that others must not lose stays. A deletion for good is refused by foreign keys; for a soft one, which they do
 * not see, one statement asks all entities that link here.
 */
final class InUseRule implements RecordRule {

    @Override
    public void check(WriteSet set, RecordState record) {
        if (record.action() != Action.DELETE || !record.entity().features().softDelete()) {
            return;
        }
        List<Sql> questions = questions(set, record);
        Sql all = Sql.of("");
        for (Sql question : questions) {
            all = all.text().isEmpty()
                    ? question
                    : all.then(Sql.of(" union all ")).then(question);
        }
        if (!questions.isEmpty()) {
            set.transaction().list(all, row -> row.getString(1)).stream()
                    .map(user -> Refusals.inUse(set, record, user))
                    .distinct()
                    .forEach(set.problems()::add);
        }
    }

    private static List<Sql> questions(WriteSet set, RecordState record) {
        List<Sql> questions = new ArrayList<>();
        for (Inverse inverse : record.entity().inverses().values()) {
            Entity user = set.model().require(inverse.entity());
            Field link = user.field(inverse.by()).orElseThrow();
            boolean restricts = link.relation().orElse(null) instanceof Relation.Link relation
                    && relation.onDelete() == Relation.OnDelete.RESTRICT
                    && relation.target().equals(record.entity().fullName());
            if (restricts && user.managed() && user.stored()) {
                questions.add(question(set, record, user, link));
            }
        }
        return questions;
    }

    private static Sql question(WriteSet set, RecordState record, Entity user, Field link) {
        String level = set.model().require(link.level()).table();
        StringBuilder text = new StringBuilder("(select ?::text from ")
                .append(Identifiers.quote(set.schema(), level))
                .append(" l where l.")
                .append(Identifiers.quote(link.column().name()))
                .append(" = ?");
        boolean deletes = user.field(SystemFields.DELETED_AT)
                .filter(deleted -> deleted.level().equals(link.level()))
                .isPresent();
        if (deletes) {
            text.append(" and l.\"deleted_at\" is null");
        }
        return Sql.of(text.append(" limit 1)").toString(), SqlValue.text(user.fullName()), SqlValue.uuid(record.id()));
    }
}
