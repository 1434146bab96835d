package io.armature.engine.write;

import io.armature.engine.workflow.Move;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record while it is being written: its values before and after, its lines. Steps change the values after; nothing
 * reaches the database before the flush. An absent value is an empty one.
 *
 * <p>Not safe for several threads.
 */
final class RecordState {

    private final Change change;
    private final Action action;
    private final UUID id;
    private final Optional<RecordState> parent;
    private final Map<String, Object> before;
    private final Map<String, Object> after;
    private final Set<String> given = new HashSet<>();
    private final Map<String, List<RecordState>> lines = new LinkedHashMap<>();
    private final Map<String, List<UUID>> linksBefore = new HashMap<>();
    private final Map<String, List<UUID>> linksAfter = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();
    private final List<Workflow> opened = new ArrayList<>();
    private boolean recompute;
    private boolean pending;
    private int positionBefore;
    private int position;

    RecordState(Change change, Action action, UUID id, Optional<RecordState> parent, Map<String, Object> before) {
        this.change = change;
        this.action = action;
        this.id = id;
        this.parent = parent;
        this.before = Map.copyOf(before);
        this.after = new HashMap<>(before);
        this.after.put(SystemFields.ID, id);
    }

    /** Its formulas over rows are computed though nothing of it was asked to change. */
    void recompute() {
        recompute = true;
    }

    boolean recomputes() {
        return recompute;
    }

    /** Branches of its workflow that begin. */
    List<Workflow> opened() {
        return opened;
    }

    /** It stays where it is until others have agreed as well. */
    void pends() {
        pending = true;
    }

    boolean isPending() {
        return pending;
    }

    /** The transitions that it takes. */
    List<Move> moves() {
        return moves;
    }

    Change change() {
        return change;
    }

    Entity entity() {
        return change.entity();
    }

    Action action() {
        return action;
    }

    UUID id() {
        return id;
    }

    String path() {
        return change.path();
    }

    /** The record that owns this line, when both are written together. */
    Optional<RecordState> parent() {
        return parent;
    }

    /** The fields that the request names. */
    Set<String> given() {
        return given;
    }

    /** The values as they are stored. */
    Map<String, Object> stored() {
        return before;
    }

    @Nullable
    Object before(String name) {
        return before.get(name);
    }

    @Nullable
    Object after(String name) {
        return after.get(name);
    }

    void set(String name, @Nullable Object value) {
        if (value == null) {
            after.remove(name);
        } else {
            after.put(name, value);
        }
    }

    boolean has(String name) {
        return after.containsKey(name);
    }

    /** Whether a value differs, decimals by their digits too. */
    boolean changes(String name) {
        return !Objects.equals(before.get(name), after.get(name));
    }

    /** The names of all values, before or after. */
    Set<String> names() {
        Set<String> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        return names;
    }

    long versionBefore() {
        return before.get(SystemFields.VERSION) instanceof Long version ? version : 0;
    }

    /** Owned children that are known, those to be deleted included. */
    Map<String, List<RecordState>> lines() {
        return lines;
    }

    /** The children of one field that will be there afterwards, in their order. */
    List<RecordState> remainingLines(String field) {
        return lines.getOrDefault(field, List.of()).stream()
                .filter(line -> line.action != Action.DELETE)
                .toList();
    }

    void addLine(String field, RecordState line) {
        lines.computeIfAbsent(field, any -> new ArrayList<>()).add(line);
    }

    Map<String, List<UUID>> linksBefore() {
        return linksBefore;
    }

    /** Many-to-many fields that the request changes. */
    Map<String, List<UUID>> linksAfter() {
        return linksAfter;
    }

    boolean changesLinks(String field) {
        return !linksBefore.getOrDefault(field, List.of()).equals(linksAfter.get(field));
    }

    /** The place among the lines of its parent, from 1. */
    int position() {
        return position;
    }

    void moveTo(int place) {
        position = place;
    }

    /** The place it has so far. */
    void startAt(int place) {
        positionBefore = place;
        position = place;
    }

    boolean moved() {
        return position != positionBefore;
    }
}
