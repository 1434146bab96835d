package io.armature.engine.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Transaction;
import io.armature.engine.job.BackgroundWork;
import io.armature.engine.job.RunCall;
import io.armature.engine.record.PartialWriter;
import io.armature.engine.write.Change;
import io.armature.engine.write.ChangeReader;
import io.armature.engine.write.WriteOptions;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes back what an import made, as the trail has it. What others changed since is theirs, and stays. */
public final class IntakeUndo implements BackgroundWork {

    static final String KIND = "import_undo";

    private static final int AT_ONCE = 500;

    private final Database database;
    private final PartialWriter writer;
    private final IntakeContexts contexts;

    public IntakeUndo(Database database, PartialWriter writer, IntakeContexts contexts) {
        this.database = database;
        this.writer = writer;
        this.contexts = contexts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public int retries() {
        return 2;
    }

    @Override
    public void run(RunCall call) {
        UUID id = UUID.fromString(call.payload().path("id").asText());
        Optional<Intake> intake = database.direct(sql -> IntakeStore.one(sql, call.tenant(), id))
                .filter(found -> found.status() == Intake.Status.UNDOING);
        if (intake.isEmpty()) {
            return;
        }
        try {
            undo(call, intake.get());
        } catch (ProblemException refused) {
            standAsDone(call, id);
            call.say(refused.problems().getFirst().message(Locale.ENGLISH));
        } catch (RuntimeException broken) {
            if (call.attempt() > retries()) {
                standAsDone(call, id);
            }
            throw broken;
        }
    }

    /** It can be tried again. */
    private void standAsDone(RunCall call, UUID id) {
        database.direct(
                sql -> IntakeStore.move(sql, call.tenant(), id, List.of(Intake.Status.UNDOING), Intake.Status.DONE));
    }

    private void undo(RunCall call, Intake intake) {
        RequestContext context = contexts.of(call, intake.owner(), "undo-" + intake.request());
        Entity entity = context.model().require(intake.entity());
        database.transaction(transaction -> {
            IntakeTrail trail = new IntakeTrail(call.tenant(), intake);
            long undone = 0;
            long touched = 0;
            List<IntakeTrail.Touched> some = trail.next(transaction, AT_ONCE);
            while (!some.isEmpty()) {
                touched += some.size();
                undone += undo(context, transaction, entity, intake, some);
                some = trail.next(transaction, AT_ONCE);
            }
            IntakeStore.undone(transaction, call.tenant(), intake.id(), undone, touched - undone);
            call.doneWith(transaction);
            return undone;
        });
    }

    /** How many of them went back. */
    private long undo(
            RequestContext context,
            Transaction transaction,
            Entity entity,
            Intake intake,
            List<IntakeTrail.Touched> records) {
        Set<String> fields = fields(entity, intake);
        List<Change> changes = new ArrayList<>();
        for (IntakeTrail.Touched touched : records) {
            String path = "records[" + touched.record() + "]";
            if (touched.made()) {
                changes.add(new Change.Delete(entity, path, touched.record(), Optional.of(touched.version())));
            } else {
                ObjectNode before = touched.before(fields).put(SystemFields.VERSION, touched.version());
                ChangeReader reader = new ChangeReader(context.model(), false);
                Change change = reader.update(entity, touched.record(), before, path, false);
                if (reader.problems().isEmpty()) {
                    changes.add(change);
                }
            }
        }
        return writer.write(context, transaction, changes, WriteOptions.DEFAULT).stream()
                .filter(result -> result.problems().isEmpty())
                .count();
    }

    /** The fields that the file named; what the engine made of them follows by itself. */
    private static Set<String> fields(Entity entity, Intake intake) {
        Set<String> named = IntakeOrder.of(intake.order()).options().mapping().columns().values().stream()
                .map(target -> target.contains(".") ? target.substring(0, target.indexOf('.')) : target)
                .collect(Collectors.toSet());
        return entity.fields().values().stream()
                .filter(field -> !field.system() && !field.readOnly() && !field.computed())
                .map(Field::name)
                .filter(name -> named.isEmpty() || named.contains(name))
                .collect(Collectors.toSet());
    }
}
