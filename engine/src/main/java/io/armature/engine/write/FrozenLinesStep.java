package io.armature.engine.write;

import io.armature.engine.workflow.State;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.write.RecordLoader.Lock;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/**
 * Lines that are written by themselves stay as they are while the record that owns them is in a state that freezes them.
 * The owners are locked, so that none is frozen while its lines change.
 */
final class FrozenLinesStep implements WriteStep {

    @Override
    public void apply(WriteSet set) {
        if (set.options().privileged()) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (RecordState record : set.addressed()) {
            if (!set.plan(record).owners().isEmpty() && Changes.dirty(record)) {
                for (LineOwner owner : set.plan(record).owners()) {
                    owners(record, owner).forEach(id -> lines.add(new Line(record, owner, id)));
                }
            }
        }
        List<Line> open = lines;
        while (!open.isEmpty()) {
            open = above(set, open);
        }
    }

    /** A written line, or one that owns it, and the record above it. */
    private record Line(RecordState written, LineOwner owner, UUID id) {}

    private static Set<UUID> owners(RecordState record, LineOwner owner) {
        Set<UUID> ids = new LinkedHashSet<>();
        if (record.before(owner.by()) instanceof UUID id) {
            ids.add(id);
        }
        if (record.after(owner.by()) instanceof UUID id) {
            ids.add(id);
        }
        return ids;
    }

    private static List<Line> above(WriteSet set, List<Line> lines) {
        SequencedMap<Entity, Set<UUID>> wanted = new LinkedHashMap<>();
        lines.forEach(line -> wanted.computeIfAbsent(line.owner().entity(), any -> new LinkedHashSet<>())
                .add(line.id()));
        Map<UUID, Map<String, Object>> values = new LinkedHashMap<>();
        wanted.forEach((entity, ids) -> values.putAll(values(set, entity, ids)));
        List<Line> next = new ArrayList<>();
        for (Line line : lines) {
            Map<String, Object> owner = values.getOrDefault(line.id(), Map.of());
            frozen(set, line, owner).ifPresentOrElse(set.problems()::add, () -> {
                for (LineOwner above : set.plans().of(line.owner().entity()).owners()) {
                    if (owner.get(above.by()) instanceof UUID id) {
                        next.add(new Line(line.written(), above, id));
                    }
                }
            });
        }
        return next;
    }

    private static Map<UUID, Map<String, Object>> values(WriteSet set, Entity entity, Set<UUID> ids) {
        Map<UUID, Map<String, Object>> values = new LinkedHashMap<>();
        List<UUID> unknown = new ArrayList<>();
        for (UUID id : ids) {
            set.find(id).ifPresentOrElse(record -> values.put(id, record.stored()), () -> unknown.add(id));
        }
        if (!unknown.isEmpty()) {
            set.loader().byId(entity, unknown, Lock.UPDATE).forEach((id, stored) -> put(values, id, stored));
        }
        return values;
    }

    private static void put(Map<UUID, Map<String, Object>> values, UUID id, Stored stored) {
        values.put(id, stored.values());
    }

    private static Optional<Problem> frozen(WriteSet set, Line line, Map<String, Object> owner) {
        for (Workflow workflow : set.plans().workflows().of(line.owner().entity())) {
            State state = workflow.state(owner.get(workflow.holder()));
            if (!owner.isEmpty() && state.freezes(line.owner().lines())) {
                return Optional.of(Problem.inValue(
                        ProblemCode.STATE_READ_ONLY,
                        line.written().path(),
                        line.owner().entity().name().entity() + "."
                                + line.owner().lines().name(),
                        set.plans().workflows().text(workflow, set.context().locale(), state.title())));
            }
        }
        return Optional.empty();
    }
}
