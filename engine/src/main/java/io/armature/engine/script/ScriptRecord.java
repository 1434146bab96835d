package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record as a function sees it. Values are of the Java class that the field's value type names. */
public interface ScriptRecord {

    Entity entity();

    UUID id();

    /** Whether it does not exist yet. */
    boolean isNew();

    /** The value; for many-to-many fields the list of ids; null when empty. */
    @Nullable
    Object value(Field field);

    /** The value as it was before the write; null when it was empty, or there was no record. */
    @Nullable
    Object before(Field field);

    /** The owned children of a field that will be there afterwards, in their order. */
    List<? extends ScriptRecord> lines(Field field);

    /**
     * Gives a field that is not {@code lines} another value.
     *
     * @param value as REST would take it; JSON null empties the field
     * @throws io.armature.metadata.problem.ProblemException when the field cannot have it, or cannot be changed here
     */
    void set(Field field, JsonNode value);

    /** Adds a line at the end. */
    ScriptRecord addLine(Field field, JsonNode values);

    /** Takes a line away. */
    void removeLine(Field field, ScriptRecord line);
}
