package io.armature.engine.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.current.PackRefusals;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.db.Transaction;
import io.armature.engine.file.StoredFile;
import io.armature.engine.file.StoredFiles;
import io.armature.engine.job.BackgroundWork;
import io.armature.engine.job.RunCall;
import io.armature.engine.problem.ProblemDocument;
import io.armature.engine.transfer.ImportReport;
import io.armature.engine.transfer.ImportWatch;
import io.armature.engine.transfer.Imports;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Takes a file in. All of it is one transaction, and that it is done is kept with it: when the node dies in its midst, another
 * one begins anew and finds nothing of it.
 */
public final class IntakeWork implements BackgroundWork {

    static final String KIND = "import";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long BETWEEN_PROGRESS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final BigDecimal ALMOST_ALL = BigDecimal.valueOf(99);

    private final Database database;
    private final Access access;
    private final StoredFiles files;
    private final Imports imports;
    private final IntakeContexts contexts;

    public IntakeWork(Database database, Access access, StoredFiles files, Imports imports, IntakeContexts contexts) {
        this.database = database;
        this.access = access;
        this.files = files;
        this.imports = imports;
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
    public void run(RunCall call) throws IOException {
        UUID id = UUID.fromString(call.payload().path("id").asText());
        boolean begun = database.direct(sql -> IntakeStore.move(
                sql, call.tenant(), id, List.of(Intake.Status.WAITING, Intake.Status.RUNNING), Intake.Status.RUNNING));
        if (!begun) {
            return;
        }
        Intake intake =
                database.direct(sql -> IntakeStore.one(sql, call.tenant(), id)).orElseThrow();
        try {
            take(call, intake);
        } catch (ProblemException refused) {
            fail(call, id, refused.problems().getFirst().message(Locale.ENGLISH));
        } catch (RuntimeException broken) {
            if (call.attempt() > retries()) {
                fail(call, id, String.valueOf(broken.getMessage()));
            }
            throw broken;
        }
    }

    private void take(RunCall call, Intake intake) throws IOException {
        RequestContext context = contexts.of(call, intake.owner(), intake.request());
        Entity into = context.model().require(intake.entity());
        access.require(context, Verb.IMPORT, into);
        IntakeOrder order = IntakeOrder.of(intake.order());
        StoredFile file = files.require(context, intake.file());
        try (InputStream content = files.open(context, file.digest(), 0, file.size())) {
            CountedStream counted = new CountedStream(content);
            Watch watch = new Watch(call, context, intake.id(), counted, file.size());
            ImportReport report = imports.run(context, into, order.format(), counted, order.options(), watch);
            if (!report.kept()) {
                Intake.Status end = watch.stopped ? Intake.Status.STOPPED : Intake.Status.DONE;
                end(context, intake.id(), end, report);
            }
        }
    }

    private void end(RequestContext context, UUID id, Intake.Status status, ImportReport report) {
        database.transaction(sql -> {
            IntakeStore.end(sql, context.tenant(), id, status, report, errors(report, context));
            return status;
        });
    }

    private void fail(RunCall call, UUID id, String problem) {
        database.transaction(sql -> {
            IntakeStore.fail(sql, call.tenant(), id, problem);
            return problem;
        });
    }

    /** What is wrong in which rows, in one language. */
    private static ArrayNode errors(ImportReport report, RequestContext context) {
        ArrayNode errors = JSON.createArrayNode();
        report.errors()
                .forEach(row -> errors.addObject()
                        .put("row", row.row())
                        .set(
                                "errors",
                                JSON.valueToTree(ProblemDocument.details(
                                        PackRefusals.translated(row.problems(), context), context.locale()))));
        return errors;
    }

    /** Shows the progress of one import, and hears whether it shall stop. */
    private final class Watch implements ImportWatch {

        private final RunCall call;
        private final RequestContext context;
        private final UUID id;
        private final CountedStream counted;
        private final long size;
        private long told;
        private boolean stopped;

        Watch(RunCall call, RequestContext context, UUID id, CountedStream counted, long size) {
            this.call = call;
            this.context = context;
            this.id = id;
            this.counted = counted;
            this.size = size;
        }

        @Override
        public boolean goesOn(ImportReport soFar) {
            if (System.nanoTime() - told < BETWEEN_PROGRESS) {
                return !call.isCancelled();
            }
            told = System.nanoTime();
            BigDecimal share = BigDecimal.valueOf(counted.count() * 100)
                    .divide(BigDecimal.valueOf(Math.max(size, 1)), 1, RoundingMode.DOWN)
                    .min(ALMOST_ALL);
            call.progress(share.intValue());
            boolean wanted = database.direct(sql -> IntakeStore.progress(sql, context.tenant(), id, share, soFar));
            stopped = !wanted || call.isCancelled();
            return !stopped;
        }

        @Override
        public void keeps(Transaction transaction, ImportReport report) {
            IntakeStore.end(transaction, context.tenant(), id, Intake.Status.DONE, report, errors(report, context));
            call.doneWith(transaction);
        }
    }
}
