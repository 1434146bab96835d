package io.armature.engine.schema;

import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.Transaction;
import io.armature.engine.schema.catalogue.Catalogue;
import io.armature.engine.schema.catalogue.CatalogueReader;
import io.armature.engine.schema.step.PlannedStep;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Does exactly what a plan says. An install wraps it in its own transaction:
 * {@code lock.locked(schema, tx -> { before(tx); applier.perform(plan, tx); after(tx); })}, and then calls
 * {@link #finish}.
 */
public final class SchemaApplier {

    private static final int BATCH = 64;
    private static final String INTEGRITY = "23";

    private final CatalogueReader reader = new CatalogueReader();
    private final Database database;
    private final SchemaLock lock;
    private final SchemaSettings settings;
    private final Staging staging;

    public SchemaApplier(Database database, SchemaLock lock, SchemaSettings settings) {
        this(database, database, lock, settings);
    }

    /** @param beside for what is done while a change holds one of the other connections */
    public SchemaApplier(Database database, Database beside, SchemaLock lock, SchemaSettings settings) {
        this.database = database;
        this.lock = lock;
        this.settings = settings;
        this.staging = new Staging(beside, settings);
    }

    /** Removes the tables that were made for a plan which failed, and which nobody has seen. */
    public void discard(SchemaPlan plan) {
        staging.discard(plan.schema());
    }

    /** Applies a plan that stands alone: all of it, what comes after the commit too. */
    public void apply(SchemaPlan plan) {
        lock.locked(plan.schema(), transaction -> {
            perform(plan, transaction);
            return true;
        });
        finish(plan);
    }

    /**
     * Does the part of a plan that belongs in one transaction; kept or undone with it.
     *
     * @param transaction that holds the {@link SchemaLock}
     * @throws ProblemException AR-620 when the schema is not as it was planned, AR-621 when rows forbid the plan
     */
    public void perform(SchemaPlan plan, Transaction transaction) {
        refuseBlocked(plan);
        Catalogue now = reader.read(transaction, plan.schema());
        if (!now.digest().equals(plan.catalogue())) {
            throw new ProblemException(Problem.inValue(ProblemCode.PLAN_OUTDATED, ""));
        }
        long room = Math.min(settings.mostLocks(), now.server().lockCapacity());
        boolean staged = LockEstimate.needed(plan.steps()) > room;
        List<PlannedStep> early = staged ? Staging.steps(plan.steps()) : List.of();
        Set<PlannedStep> done = Collections.newSetFromMap(new IdentityHashMap<>());
        done.addAll(early);
        List<String> statements = new ArrayList<>();
        plan.steps().stream()
                .filter(step -> !step.afterCommit() && !done.contains(step))
                .forEach(step -> statements.addAll(step.sql()));
        try {
            if (staged) {
                statements.addAll(staging.make(plan.schema(), early, room));
            } else {
                staging.discard(plan.schema());
            }
            for (int start = 0; start < statements.size(); start += BATCH) {
                int end = Math.min(start + BATCH, statements.size());
                transaction.execute(String.join(";\n", statements.subList(start, end)));
            }
        } catch (DatabaseException refused) {
            throw explain(refused);
        }
    }

    /**
     * Does what comes after the commit, while the site runs: indexes and checks of big tables. When it is interrupted,
     * the next plan takes it up again.
     *
     * @throws ProblemException when a step is refused; all others are done
     */
    public void finish(SchemaPlan plan) {
        List<Problem> problems = new ArrayList<>();
        Set<String> failed = new HashSet<>();
        for (PlannedStep step : plan.steps()) {
            if (step.afterCommit() && !failed.contains(step.step().table())) {
                try {
                    lock.attempt(() -> database.direct(runner -> alone(step, runner)));
                } catch (ProblemException refused) {
                    failed.add(step.step().table());
                    problems.addAll(refused.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private boolean alone(PlannedStep step, SqlRunner runner) {
        runner.execute("set lock_timeout = " + settings.lockTimeout().toMillis());
        try {
            step.sql().forEach(runner::execute);
            return true;
        } catch (DatabaseException refused) {
            throw explain(refused);
        } finally {
            runner.execute("reset lock_timeout");
        }
    }

    private static void refuseBlocked(SchemaPlan plan) {
        List<Problem> blocking = plan.blocking();
        if (!blocking.isEmpty()) {
            List<Problem> problems = new ArrayList<>();
            Problem first = blocking.getFirst();
            problems.add(Problem.inValue(
                    ProblemCode.PLAN_BLOCKED, first.path(), first.message(Locale.ENGLISH), first.hint(Locale.ENGLISH)));
            problems.addAll(blocking);
            throw new ProblemException(problems);
        }
    }

    /** Rows that came since the plan was made may break what it adds. */
    private static RuntimeException explain(DatabaseException refused) {
        return refused.isClass(INTEGRITY)
                ? new ProblemException(Problem.inValue(
                        ProblemCode.PLAN_BLOCKED,
                        refused.constraint().orElse(""),
                        String.valueOf(refused.getMessage()),
                        refused.detail().orElse("")))
                : refused;
    }
}
