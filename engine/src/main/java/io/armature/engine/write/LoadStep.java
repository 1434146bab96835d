package io.armature.engine.write;

import io.armature.engine.write.RecordLoader.Lock;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/** Reads and locks the records that the request changes, one statement an entity, and makes the states of all. */
final class LoadStep {

    private final Uuids ids;

    LoadStep(Uuids ids) {
        this.ids = ids;
    }

    void load(WriteSet set, List<? extends Change> changes) {
        Map<String, Map<UUID, Stored>> stored = stored(set, changes);
        for (Change change : changes) {
            state(set, change, stored).ifPresent(set::add);
        }
        new LineLoading(set, ids).load(set.addressed());
    }

    private static Map<String, Map<UUID, Stored>> stored(WriteSet set, List<? extends Change> changes) {
        SequencedMap<String, Set<UUID>> wanted = new LinkedHashMap<>();
        for (Change change : changes) {
            address(change)
                    .ifPresent(id -> wanted.computeIfAbsent(basis(change).fullName(), any -> new LinkedHashSet<>())
                            .add(id));
        }
        Map<String, Map<UUID, Stored>> stored = new LinkedHashMap<>();
        wanted.forEach(
                (entity, records) -> stored.put(entity, known(set, set.model().require(entity), records)));
        return stored;
    }

    /** The records that are there for the caller: neither a version nor a lock tells him of others. */
    private static Map<UUID, Stored> known(WriteSet set, Entity entity, Set<UUID> ids) {
        Map<UUID, Stored> found = set.loader().byId(entity, ids, Lock.UPDATE);
        for (Stored one : found.values()) {
            if (one.values().get(SystemFields.UPDATED_AT) instanceof Instant before) {
                set.follow(before);
            }
        }
        if (!set.rights().all()) {
            found.keySet().retainAll(set.rights().readable(entity, found.values()));
        }
        return found;
    }

    /** The entity as which a record is there already. */
    private record Basis(Entity entity, boolean parent) {
        String fullName() {
            return parent ? entity.lineage().get(entity.lineage().size() - 2) : entity.fullName();
        }
    }

    private static Basis basis(Change change) {
        return new Basis(change.entity(), change instanceof Change.Create);
    }

    private static Optional<UUID> address(Change change) {
        return switch (change) {
            case Change.Create create -> create.id();
            case Change.Update update -> Optional.of(update.id());
            case Change.Transition step -> Optional.of(step.id());
            case Change.Delete delete -> Optional.of(delete.id());
            case Change.Restore restore -> Optional.of(restore.id());
        };
    }

    private Optional<RecordState> state(WriteSet set, Change change, Map<String, Map<UUID, Stored>> stored) {
        Optional<UUID> id = address(change);
        if (id.isEmpty()) {
            return Optional.of(new RecordState(change, Action.CREATE, ids.next(set.now()), Optional.empty(), Map.of()));
        }
        Stored found = stored.getOrDefault(basis(change).fullName(), Map.of()).get(id.get());
        if (found == null) {
            set.problems().add(missing(change, id.get()));
            return Optional.empty();
        }
        if (set.find(id.get()).isPresent()) {
            set.problems()
                    .add(Problem.inValue(
                            ProblemCode.NOT_UNIQUE,
                            change.path(),
                            "change",
                            id.get().toString()));
            return Optional.empty();
        }
        Optional<Problem> refusal = Precondition.check(change, found);
        refusal.ifPresent(set.problems()::add);
        return refusal.isPresent()
                ? Optional.empty()
                : Optional.of(new RecordState(change, action(change), id.get(), Optional.empty(), found.values()));
    }

    private static Action action(Change change) {
        return switch (change) {
            case Change.Create create -> Action.EXTEND;
            case Change.Update _, Change.Transition _ -> Action.UPDATE;
            case Change.Delete delete -> Action.DELETE;
            case Change.Restore restore -> Action.RESTORE;
        };
    }

    private static Problem missing(Change change, UUID id) {
        Entity entity = change.entity();
        if (change instanceof Change.Create) {
            return Problem.inValue(
                    ProblemCode.LINK_NOT_FOUND,
                    Paths.field(change.path(), SystemFields.ID),
                    entity.lineage().get(entity.lineage().size() - 2),
                    "id = " + id);
        }
        return Problem.inValue(
                ProblemCode.NOT_FOUND,
                change.path(),
                entity.name().pack() + "/" + entity.name().entity() + "/" + id,
                "");
    }
}
