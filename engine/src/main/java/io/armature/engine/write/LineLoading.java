package io.armature.engine.write;

import io.armature.engine.write.RecordLoader.Lock;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;

/** Reads the lines of records that the request changes, one statement a kind of line, and matches them with what is asked. */
final class LineLoading {

    private final WriteSet set;
    private final Uuids ids;

    LineLoading(WriteSet set, Uuids ids) {
        this.set = set;
        this.ids = ids;
    }

    /** Fills in the lines of these records, and the lines of the lines. */
    void load(List<RecordState> parents) {
        SequencedMap<LinesOf, List<RecordState>> wanted = new LinkedHashMap<>();
        for (RecordState parent : parents) {
            set.plan(parent).lines().forEach((field, relation) -> {
                if (concerns(parent, field)) {
                    wanted.computeIfAbsent(new LinesOf(field, relation), any -> new ArrayList<>())
                            .add(parent);
                }
            });
        }
        List<RecordState> loaded = new ArrayList<>();
        wanted.forEach((lines, of) -> loaded.addAll(load(lines, of)));
        if (!loaded.isEmpty()) {
            load(loaded);
        }
    }

    /** Reads the lines of one field of a record that the request leaves as they are. */
    void untouched(RecordState parent, String field, Relation.Lines relation) {
        load(new LinesOf(field, relation), List.of(parent));
    }

    private record LinesOf(String field, Relation.Lines relation) {}

    private static boolean concerns(RecordState parent, String field) {
        return switch (parent.change()) {
            case Change.Create create -> create.content().lines().containsKey(field);
            case Change.Update update -> update.content().lines().containsKey(field);
            case Change.Transition step -> step.content().lines().containsKey(field);
            case Change.Delete delete -> true;
            case Change.Restore restore -> true;
        };
    }

    private List<RecordState> load(LinesOf lines, List<RecordState> parents) {
        Map<UUID, List<Stored>> stored = stored(lines.relation(), parents);
        List<RecordState> loaded = new ArrayList<>();
        for (RecordState parent : parents) {
            for (RecordState line : match(lines, parent, stored.getOrDefault(parent.id(), List.of()))) {
                parent.addLine(lines.field(), line);
                set.index(line);
                loaded.add(line);
            }
        }
        return loaded;
    }

    private Map<UUID, List<Stored>> stored(Relation.Lines relation, List<RecordState> parents) {
        List<UUID> known = parents.stream()
                .filter(parent -> !parent.action().isNew())
                .map(RecordState::id)
                .toList();
        if (known.isEmpty()) {
            return Map.of();
        }
        Entity child = set.model().require(relation.target());
        boolean restore = parents.getFirst().action() == Action.RESTORE;
        if (restore && !child.features().softDelete()) {
            return Map.of();
        }
        List<Stored> rows = restore
                ? set.loader().deletedChildren(child, relation.by(), known)
                : set.loader().children(child, relation.by(), known, Lock.UPDATE);
        Map<UUID, List<Stored>> byParent = new LinkedHashMap<>();
        rows.forEach(row -> byParent.computeIfAbsent(
                        (UUID) Objects.requireNonNull(row.values().get(relation.by())), any -> new ArrayList<>())
                .add(row));
        return byParent;
    }

    private List<RecordState> match(LinesOf lines, RecordState parent, List<Stored> stored) {
        Entity child = set.model().require(lines.relation().target());
        return switch (parent.change()) {
            case Change.Create create ->
                asked(create.content().lines().get(lines.field()), lines.field(), child, parent, stored);
            case Change.Update update ->
                asked(update.content().lines().get(lines.field()), lines.field(), child, parent, stored);
            case Change.Transition step ->
                asked(step.content().lines().get(lines.field()), lines.field(), child, parent, stored);
            case Change.Delete delete ->
                stored.stream()
                        .map(row -> delete(child, lines.field(), row, parent))
                        .toList();
            case Change.Restore restore ->
                stored.stream()
                        .filter(row -> Objects.equals(
                                row.values().get(SystemFields.DELETED_AT), parent.before(SystemFields.DELETED_AT)))
                        .map(row -> existing(
                                new Change.Restore(child, lines.field(), row.id(), Optional.empty()), row, parent))
                        .toList();
        };
    }

    private List<RecordState> asked(
            @org.jspecify.annotations.Nullable LinesChange asked,
            String field,
            Entity child,
            RecordState parent,
            List<Stored> stored) {
        LinesChange wanted = asked == null ? new LinesChange(false, List.of()) : asked;
        SequencedMap<UUID, Stored> rest = new LinkedHashMap<>();
        stored.forEach(row -> rest.put(row.id(), row));
        List<RecordState> named = new ArrayList<>();
        for (Change change : wanted.changes()) {
            named(change, rest, parent).ifPresent(named::add);
        }
        List<RecordState> others = new ArrayList<>();
        rest.values()
                .forEach(row -> others.add(
                        wanted.whole() ? delete(child, field, row, parent) : untouched(child, field, row, parent)));
        return wanted.whole() ? inOrder(named, others) : byPlace(named, others);
    }

    private Optional<RecordState> named(Change change, SequencedMap<UUID, Stored> rest, RecordState parent) {
        return switch (change) {
            case Change.Create create ->
                Optional.of(new RecordState(change, Action.CREATE, ids.next(set.now()), Optional.of(parent), Map.of()));
            case Change.Update update -> existing(change, update.id(), rest, parent);
            case Change.Transition step -> existing(change, step.id(), rest, parent);
            case Change.Delete delete -> existing(change, delete.id(), rest, parent);
            case Change.Restore restore -> existing(change, restore.id(), rest, parent);
        };
    }

    private Optional<RecordState> existing(
            Change change, UUID id, SequencedMap<UUID, Stored> rest, RecordState parent) {
        Stored row = rest.remove(id);
        if (row == null) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.LINK_NOT_FOUND,
                            Paths.field(change.path(), SystemFields.ID),
                            change.entity().fullName(),
                            "id = " + id));
            return Optional.empty();
        }
        Optional<Problem> refusal = Precondition.check(change, row);
        refusal.ifPresent(set.problems()::add);
        return refusal.isPresent() ? Optional.empty() : Optional.of(existing(change, row, parent));
    }

    private static RecordState untouched(Entity child, String field, Stored row, RecordState parent) {
        return existing(new Change.Update(child, field, row.id(), Optional.empty(), false, Content.EMPTY), row, parent);
    }

    private static RecordState delete(Entity child, String field, Stored row, RecordState parent) {
        return existing(new Change.Delete(child, field, row.id(), Optional.empty()), row, parent);
    }

    private static RecordState existing(Change change, Stored row, RecordState parent) {
        Action action = switch (change) {
            case Change.Create create -> Action.CREATE;
            case Change.Update _, Change.Transition _ -> Action.UPDATE;
            case Change.Delete delete -> Action.DELETE;
            case Change.Restore restore -> Action.RESTORE;
        };
        RecordState state = new RecordState(change, action, row.id(), Optional.of(parent), row.values());
        state.startAt(row.position());
        return state;
    }

    /** As the request lists them. */
    private static List<RecordState> inOrder(List<RecordState> named, List<RecordState> others) {
        int place = 1;
        for (RecordState line : named) {
            if (line.action() != Action.DELETE) {
                line.moveTo(place++);
            }
        }
        List<RecordState> all = new ArrayList<>(named);
        all.addAll(others);
        return all;
    }

    /** Those that exist keep their places, new ones follow. */
    private static List<RecordState> byPlace(List<RecordState> named, List<RecordState> others) {
        List<RecordState> all = new ArrayList<>(others);
        named.stream().filter(line -> !line.action().isNew()).forEach(all::add);
        all.sort(java.util.Comparator.comparingInt(RecordState::position));
        int last = all.isEmpty() ? 0 : all.getLast().position();
        for (RecordState line : named) {
            if (line.action().isNew()) {
                line.moveTo(++last);
                all.add(line);
            }
        }
        return all;
    }
}
