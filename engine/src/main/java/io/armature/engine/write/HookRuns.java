package io.armature.engine.write;

import io.armature.engine.script.Hooks;
import io.armature.engine.script.Point;
import io.armature.engine.script.Scene;
import io.armature.engine.workflow.Move;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Runs the functions of packs for the records of a write: those of lines before those of the records that own them. */
final class HookRuns {

    private final Hooks hooks;
    private final HookWrites writes;

    HookRuns(Hooks hooks, HookWrites writes) {
        this.hooks = hooks;
        this.writes = writes;
    }

    /** Whether functions look at any record of the write. */
    boolean any(WriteSet set) {
        return set.written().stream().anyMatch(record -> hooks.any(set.model(), record.entity()));
    }

    boolean reachesOthers(Model model, Entity entity) {
        return hooks.reachesOthers(model, entity);
    }

    /** Runs the functions before a write; whether one of them changed something. */
    boolean before(WriteSet set, Optional<Point> save, Optional<Point> delete) {
        set.still();
        run(set, save, delete, true);
        return set.hasMoved();
    }

    /** Runs the functions after a write, which has been sent to the database. */
    void after(WriteSet set) {
        run(set, Optional.of(Point.AFTER_SAVE), Optional.of(Point.AFTER_DELETE), false);
        for (RecordState record : set.written()) {
            for (Move move : record.moves()) {
                at(
                        set,
                        Point.afterTransition(move.transition().name()),
                        record,
                        false,
                        told(move.transition(), move.from().name(), move.comment()));
            }
        }
    }

    /** Runs the functions before a transition is taken: they see the record in the state that it leaves. */
    void beforeTransition(
            WriteSet set, RecordState record, Workflow workflow, Transition transition, Optional<String> comment) {
        String from = workflow.state(record.before(workflow.holder())).name();
        Point point = Point.beforeTransition(transition.name());
        if (hooks.has(set.model(), record.entity(), point)) {
            at(set, point, record, true, told(transition, from, comment));
        }
    }

    /** Runs the function that a transition names, on the record in its new state. */
    void named(WriteSet set, RecordState record, Workflow workflow, Transition transition, Optional<String> comment) {
        transition
                .definition()
                .hook()
                .ifPresent(name -> hooks.call(
                        scene(set, true)
                                .with(told(
                                        transition,
                                        workflow.state(record.before(workflow.holder()))
                                                .name(),
                                        comment)),
                        workflow.pack(),
                        Point.function(name),
                        new HookRecord(writes, set, record, true)));
    }

    private static Map<String, Object> told(Transition transition, String from, Optional<String> comment) {
        return Map.of(
                "transition",
                Map.of("name", transition.name(), "from", from, "to", transition.to(), "comment", comment.orElse("")));
    }

    /** Whether functions run after the write. */
    boolean hasAfter(WriteSet set) {
        boolean moved = set.written().stream()
                .anyMatch(record -> record.moves().stream()
                        .anyMatch(move -> hooks.has(
                                set.model(),
                                record.entity(),
                                Point.afterTransition(move.transition().name()))));
        return moved
                || set.written().stream()
                        .anyMatch(record -> hooks.has(
                                set.model(),
                                record.entity(),
                                record.action() == Action.DELETE ? Point.AFTER_DELETE : Point.AFTER_SAVE));
    }

    /**
     * Runs the functions at any other point for one record: those of a transition.
     *
     * @param open whether they can change the record
     * @param more further members of {@code ctx}
     */
    void at(WriteSet set, Point point, RecordState record, boolean open, Map<String, Object> more) {
        hooks.run(scene(set, open).with(more), point, List.of(new HookRecord(writes, set, record, open)));
    }

    private void run(WriteSet set, Optional<Point> save, Optional<Point> delete, boolean open) {
        List<HookRecord> saved = new ArrayList<>();
        List<HookRecord> deleted = new ArrayList<>();
        for (RecordState record : set.written().reversed()) {
            if (Changes.dirty(record)) {
                (record.action() == Action.DELETE ? deleted : saved).add(new HookRecord(writes, set, record, open));
            }
        }
        Scene scene = scene(set, open);
        save.ifPresent(point -> hooks.run(scene, point, saved));
        delete.ifPresent(point -> hooks.run(scene, point, deleted));
    }

    private static Scene scene(WriteSet set, boolean open) {
        Set<UUID> writing = open ? set.all().stream().map(RecordState::id).collect(Collectors.toSet()) : Set.of();
        return new Scene(
                set.context(),
                Optional.of(set.transaction()),
                set.now(),
                set.options().dryRun(),
                writing,
                Map.of());
    }
}
