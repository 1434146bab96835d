package io.armature.engine.write;

import io.armature.engine.write.Dependents.Dependent;
import io.armature.engine.write.RecordLoader.Lock;
import io.armature.metadata.model.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the records whose stored formulas a change moves, though the request does not name them: the invoice of a line
 * that is written by itself. They are locked, so that two lines written at once add up, and computed like all others;
 * then those that depend on them in turn.
 */
final class OwnerStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        List<RecordState> moved = set.all();
        while (!moved.isEmpty()) {
            List<RecordState> owners = takeIn(set, moved);
            owners.forEach(owner -> FormulaStep.compute(set, owner));
            moved = owners.stream().filter(Changes::dirty).toList();
        }
    }

    private static List<RecordState> takeIn(WriteSet set, List<RecordState> moved) {
        SequencedMap<String, Set<UUID>> wanted = new LinkedHashMap<>();
        for (RecordState record : moved) {
            for (Dependent dependent : set.plans().dependents().on(record.entity())) {
                for (UUID owner : owners(record, dependent)) {
                    Optional<RecordState> known = set.find(owner);
                    if (known.isEmpty()) {
                        wanted.computeIfAbsent(dependent.owner().fullName(), any -> new LinkedHashSet<>())
                                .add(owner);
                    } else if (known.get().action() != Action.DELETE
                            && !record.parent().equals(known)) {
                        FormulaStep.compute(
                                set, known.get(), dependent.formula().name());
                    }
                }
            }
        }
        List<RecordState> owners = new ArrayList<>();
        wanted.forEach((name, ids) -> {
            Entity entity = set.model().require(name);
            set.loader()
                    .byId(entity, ids, Lock.UPDATE)
                    .values()
                    .forEach(stored -> owners.add(owner(set, entity, stored)));
        });
        return owners;
    }

    private static RecordState owner(WriteSet set, Entity entity, RecordLoader.Stored stored) {
        Change change = new Change.Update(entity, "", stored.id(), Optional.empty(), false, Content.EMPTY);
        RecordState owner = new RecordState(change, Action.UPDATE, stored.id(), Optional.empty(), stored.values());
        owner.startAt(stored.position());
        owner.recompute();
        set.addDerived(owner);
        return owner;
    }

    private static Set<UUID> owners(RecordState record, Dependent dependent) {
        boolean concerned = record.action() != Action.UPDATE
                || record.changes(dependent.by())
                || dependent.needs().stream().anyMatch(record::changes);
        Set<UUID> owners = new HashSet<>();
        if (concerned) {
            add(owners, record.before(dependent.by()));
            add(owners, record.after(dependent.by()));
        }
        return owners;
    }

    private static void add(Set<UUID> owners, @Nullable Object id) {
        if (id instanceof UUID owner) {
            owners.add(owner);
        }
    }
}
