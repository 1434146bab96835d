package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.db.Database;
import io.armature.engine.db.DatabaseException;
import io.armature.engine.db.Sql;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.db.SqlValue;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what functions went by that failed, in {@code sys.script_failure}: apart from their transactions, which are undone. What a
 * function refuses on purpose, and what somebody stopped, is no failure. Of each function the last ones are kept. Safe for many threads.
 */
public final class ScriptFailures implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ScriptFailures.class);
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /** Failures that wait; what comes beyond is like one that is there already. */
    private static final int MOST = 100;

    private static final long KEPT_OF_EACH = 50;
    private static final int LONGEST = 1_000;

    private final Database database;
    private final ScheduledExecutorService flushing = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("scripts-failures").daemon().factory());
    private List<Failure> waiting = new ArrayList<>();

    public ScriptFailures(Database database) {
        this.database = database;
        flushing.scheduleWithFixedDelay(this::flush, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Failure(Tenant tenant, String hook, Instant at, String request, UUID user, ObjectNode recording) {}

    /** Takes in a call that failed; never waits. A failure that came from a call within is that call's. */
    void add(Call call, RuntimeException failed) {
        boolean known = call.isTold(failed);
        call.outer().ifPresent(outer -> outer.told(failed));
        if (known || !(failed instanceof ProblemException problem) || isMeant(problem)) {
            return;
        }
        call.view().ifPresent(scene -> {
            synchronized (this) {
                if (waiting.size() < MOST) {
                    waiting.add(new Failure(
                            scene.context().tenant(),
                            call.pack() + "." + call.definition().name() + ":" + call.point(),
                            scene.now(),
                            scene.context().requestId(),
                            scene.context().user().id(),
                            Recording.of(call, scene, problem)));
                }
            }
        });
    }

    private static boolean isMeant(ProblemException problem) {
        return problem.problems().stream()
                .allMatch(one -> one.code() == ProblemCode.SCRIPT_REFUSED || one.code() == ProblemCode.SCRIPT_STOPPED);
    }

    /** Keeps what waits. */
    public void flush() {
        List<Failure> taken;
        synchronized (this) {
            taken = waiting;
            waiting = new ArrayList<>();
        }
        for (Failure failure : taken) {
            try {
                database.transaction(sql -> {
                    put(sql, failure);
                    return failure;
                });
            } catch (DatabaseException refused) {
                LOG.warn("A failure of {} cannot be kept: {}", failure.tenant().name(), refused.getMessage());
            }
        }
    }

    private static void put(SqlRunner sql, Failure failure) {
        String table = Identifiers.quote(failure.tenant().schema(), "sys$script_failure");
        JsonNode outcome = failure.recording().path("failure");
        sql.update(Sql.of(
                "insert into " + table + " (hook, at, request_id, caller, code, message, file, line, recording)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                SqlValue.text(failure.hook()),
                SqlValue.instant(failure.at()),
                SqlValue.text(failure.request()),
                SqlValue.uuid(failure.user()),
                SqlValue.text(outcome.path("code").asText()),
                SqlValue.text(shortened(outcome.path("message").asText())),
                SqlValue.text(outcome.path("file").asText()),
                SqlValue.integer(outcome.path("line").asLong()),
                SqlValue.text(failure.recording().toString())));
        sql.update(Sql.of(
                "delete from " + table + " where hook = ? and id in (select id from " + table
                        + " where hook = ? order by at desc, id desc offset ?)",
                SqlValue.text(failure.hook()),
                SqlValue.text(failure.hook()),
                SqlValue.integer(KEPT_OF_EACH)));
    }

    /** PostgreSQL has no place for the character of no width and no meaning. */
    private static String shortened(String message) {
        String plain = message.replace('\0', ' ');
        return plain.length() > LONGEST ? plain.substring(0, LONGEST - 1) + "…" : plain;
    }

    @Override
    public void close() {
        flushing.shutdown();
        flush();
    }
}
