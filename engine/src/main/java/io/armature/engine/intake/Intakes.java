package io.armature.engine.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Transaction;
import io.armature.engine.file.StoredFile;
import io.armature.engine.file.StoredFiles;
import io.armature.engine.job.Jobs;
import io.armature.engine.script.Hooks;
import io.armature.engine.transfer.ImportFormat;
import io.armature.engine.transfer.ImportPreview;
import io.armature.engine.transfer.ImportReport;
import io.armature.engine.transfer.Imports;
import io.armature.engine.write.Uuids;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that users have taken in: each sees his own. Safe for many threads. */
public final class Intakes {

    private static final int MOST = 100;

    private final Database database;
    private final Access access;
    private final StoredFiles files;
    private final Hooks hooks;
    private final Jobs jobs;
    private final Clock clock;
    private final Uuids ids = new Uuids();

    public Intakes(Database database, Access access, StoredFiles files, Hooks hooks, Jobs jobs, Clock clock) {
        this.database = database;
        this.access = access;
        this.files = files;
        this.hooks = hooks;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The beginning of an uploaded file. */
    public ImportPreview preview(RequestContext context, Entity into, UUID file, ImportFormat format) {
        access.require(context, Verb.IMPORT, into);
        StoredFile stored = files.require(context, file);
        try (InputStream content = files.open(context, stored.digest(), 0, stored.size())) {
            return ImportPreview.of(format, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The functions of packs that rows may be sent through, by their full names. */
    public List<String> functions(RequestContext context, Entity into) {
        access.require(context, Verb.IMPORT, into);
        return hooks.imports(context.model(), into);
    }

    /** Has an uploaded file taken in, soon. */
    public Intake begin(RequestContext context, Entity into, UUID file, IntakeOrder order) {
        access.require(context, Verb.IMPORT, into);
        Imports.check(context, into, hooks, order.options());
        StoredFile stored = files.require(context, file);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Intake intake = new Intake(
                ids.next(now),
                context.user().id(),
                into.fullName(),
                stored.id(),
                stored.name(),
                order.json(),
                Intake.Status.WAITING,
                BigDecimal.ZERO,
                new ImportReport(0, 0, 0, 0, 0, false, List.of()),
                JsonNodeFactory.instance.arrayNode(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty());
        return database.transaction(transaction -> {
            IntakeStore.prune(transaction, context.tenant());
            IntakeStore.add(transaction, context.tenant(), intake);
            enqueue(context, transaction, IntakeWork.KIND, intake);
            return intake;
        });
    }

    /** The caller's own, the latest first. */
    public List<Intake> list(RequestContext context, Optional<String> entity) {
        return database.direct(
                sql -> IntakeStore.of(sql, context.tenant(), context.user().id(), entity, MOST));
    }

    /** @throws ProblemException when there is none, or none of this caller */
    public Intake require(RequestContext context, UUID id) {
        return database.direct(sql -> IntakeStore.one(sql, context.tenant(), id))
                .filter(intake -> intake.owner().equals(context.user().id())
                        || context.user().isAdministrator())
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "imports/" + id, "")));
    }

    /** Ends it before its time: nothing is kept of it. */
    public Intake cancel(RequestContext context, UUID id) {
        Intake intake = require(context, id);
        boolean waited = database.direct(sql ->
                IntakeStore.move(sql, context.tenant(), id, List.of(Intake.Status.WAITING), Intake.Status.STOPPED));
        if (!waited && intake.status() != Intake.Status.RUNNING && intake.status() != Intake.Status.WAITING) {
            throw over(intake);
        }
        database.transaction(sql -> {
            IntakeStore.askToStop(sql, context.tenant(), id);
            return id;
        });
        return require(context, id);
    }

    /** Takes back what it made: new records go, changed ones get their former values, unless others changed them since. */
    public Intake undo(RequestContext context, UUID id) {
        Intake intake = require(context, id);
        Entity into = context.model().require(intake.entity());
        access.require(context, Verb.IMPORT, into);
        if (!into.features().audit()) {
            throw new ProblemException(Problem.inValue(ProblemCode.IMPORT_WITHOUT_TRAIL, "", into.title()));
        }
        if (!intake.isUndoable()) {
            throw over(intake);
        }
        return database.transaction(transaction -> {
            if (!IntakeStore.move(
                    transaction, context.tenant(), id, List.of(Intake.Status.DONE), Intake.Status.UNDOING)) {
                throw over(intake);
            }
            enqueue(context, transaction, IntakeUndo.KIND, intake);
            return IntakeStore.one(transaction, context.tenant(), id).orElseThrow();
        });
    }

    private void enqueue(RequestContext context, Transaction transaction, String kind, Intake intake) {
        ObjectNode payload =
                JsonNodeFactory.instance.objectNode().put("id", intake.id().toString());
        context.origin().realActor().ifPresent(real -> payload.put(IntakeContexts.ACTED_BY, real.toString()));
        jobs.enqueue(transaction, context.tenant(), kind, payload);
    }

    private static ProblemException over(Intake intake) {
        return new ProblemException(
                Problem.inValue(ProblemCode.IMPORT_STANDS, "", intake.status().word()));
    }
}
