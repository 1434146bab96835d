package io.armature.engine.event;

import io.armature.engine.db.SqlValue;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The table in which events wait for delivery. Their order there is their order of leaving. */
public final class Outbox {

    public static final String TABLE = "sys$outbox";

    private Outbox() {}

    /** The row of an event, by column. */
    public static SequencedMap<String, SqlValue> row(Event event) {
        SequencedMap<String, SqlValue> row = new LinkedHashMap<>();
        row.put("id", new SqlValue(event.id(), "uuid"));
        row.put("at", new SqlValue(event.at(), "timestamp with time zone"));
        row.put("event", new SqlValue(event.name(), "text"));
        row.put("entity", new SqlValue(event.entity(), "text"));
        row.put("record", new SqlValue(event.record(), "uuid"));
        row.put("version", new SqlValue(event.version(), "bigint"));
        row.put("actor", new SqlValue(event.actor(), "uuid"));
        row.put("changes", new SqlValue(event.changes(), "jsonb"));
        row.put("request", new SqlValue(event.request(), "text"));
        return row;
    }
}
