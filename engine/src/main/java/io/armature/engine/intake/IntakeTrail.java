package io.armature.engine.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What the trail knows of an import. */
final class IntakeTrail {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Tenant tenant;
    private final Intake intake;
    private UUID last = BEFORE_ALL;

    IntakeTrail(Tenant tenant, Intake intake) {
        this.tenant = tenant;
        this.intake = intake;
    }

    /**
     * A record that an import wrote.
     *
     * @param version which it had afterwards
     * @param made whether it is a new one
     * @param changes what changed, the latest first, each as {@code {"field": [old, new]}}
     */
    record Touched(UUID record, long version, boolean made, JsonNode changes) {

        /** What some fields held before. */
        ObjectNode before(Set<String> fields) {
            ObjectNode before = JSON.createObjectNode();
            changes.valueStream()
                    .flatMap(change -> change.properties().stream())
                    .filter(field -> fields.contains(field.getKey()))
                    .forEach(
                            field -> before.set(field.getKey(), field.getValue().path(0)));
            return before;
        }
    }

    /** The next records, some hundred at a time; none at the end. */
    List<Touched> next(SqlRunner sql, int most) {
        List<Touched> found = sql.list(
                Sql.of(
                        "select record, max(version), bool_or(action = 'create'), jsonb_agg(changes order by version desc)::text"
                                + " from " + Identifiers.quote(tenant.schema(), "sys$audit")
                                // The second condition lets the small index be used.
                                + " where request = ? and request like 'import-%' and entity = ? and record > ?"
                                + " group by record order by record limit " + most,
                        SqlValue.text(intake.request()),
                        SqlValue.text(intake.entity()),
                        SqlValue.uuid(last)),
                row -> new Touched(
                        row.getObject(1, UUID.class), row.getLong(2), row.getBoolean(3), json(row.getString(4))));
        if (!found.isEmpty()) {
            last = found.getLast().record();
        }
        return found;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL keeps JSON only", impossible);
        }
    }
}
