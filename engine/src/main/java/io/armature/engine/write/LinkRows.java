package io.armature.engine.write;

import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlValue;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Relation;
import java.util.List;
import java.util.UUID;

/** The rows of many-to-many tables. */
final class LinkRows {

    private LinkRows() {}

    /** The other sides of one record, in their order. */
    static List<UUID> targets(WriteSet set, Relation.Links links, UUID source) {
        String text = "select " + Identifiers.quote(Relation.Links.TARGET) + " from "
                + Identifiers.quote(set.schema(), links.table()) + " where "
                + Identifiers.quote(Relation.Links.SOURCE) + " = ? order by "
                + Identifiers.quote(Relation.Links.POSITION);
        return set.transaction().list(Sql.of(text, SqlValue.uuid(source)), row -> row.getObject(1, UUID.class));
    }

    /** Removes all rows of one record. */
    static Sql clear(String schema, Relation.Links links, UUID source) {
        return Sql.of(
                "delete from " + Identifiers.quote(schema, links.table()) + " where "
                        + Identifiers.quote(Relation.Links.SOURCE) + " = ?",
                SqlValue.uuid(source));
    }
}
