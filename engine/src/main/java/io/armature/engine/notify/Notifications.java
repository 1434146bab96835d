package io.armature.engine.notify;

import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.due.DueBook;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the caller of a request was told, and how he wants to be told. Nobody sees another's. Safe for many threads. */
public final class Notifications {

    /** How long what was read is kept. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final Duration LONGEST_SNOOZE = Duration.ofDays(366);
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private final Database database;
    private final DueBook book;
    private final Clock clock;

    public Notifications(Database database, DueBook book, Clock clock) {
        this.database = database;
        this.book = book;
        this.clock = clock;
    }

    /** The latest first; one more than asked for if there are more. */
    public List<Notification> list(RequestContext context, NotificationQuery query) {
        return database.direct(
                sql -> NotificationStore.list(sql, context.tenant(), user(context), query, clock.instant()));
    }

    public NotificationCount count(RequestContext context) {
        return database.direct(sql -> NotificationStore.count(sql, context.tenant(), user(context), clock.instant()));
    }

    /** @throws ProblemException when it is none of the caller's */
    public Notification one(RequestContext context, UUID id) {
        return database.direct(sql -> NotificationStore.one(sql, context.tenant(), user(context), id))
                .orElseThrow(() -> notFound(id));
    }

    public Notification read(RequestContext context, UUID id) {
        require(
                id,
                database.transaction(
                        sql -> NotificationStore.read(sql, context.tenant(), user(context), id, clock.instant())));
        return one(context, id);
    }

    public Notification unread(RequestContext context, UUID id) {
        require(id, database.transaction(sql -> NotificationStore.unread(sql, context.tenant(), user(context), id)));
        return one(context, id);
    }

    /**
     * Reads all.
     *
     * @param until what came later stays unread: the caller has not seen it
     * @return how many were read
     */
    public int readAll(RequestContext context, Optional<Instant> until) {
        Instant now = clock.instant();
        return database.transaction(sql -> {
            NotificationStore.forget(sql, context.tenant(), user(context), now.minus(KEPT));
            return NotificationStore.readAll(sql, context.tenant(), user(context), until.orElse(now), now);
        });
    }

    /** Puts one off; it comes back at the moment named. */
    public Notification snooze(RequestContext context, UUID id, Instant until) {
        Instant now = clock.instant();
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SNOOZE))) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.INVALID_VALUE,
                    "until",
                    "moment within a year",
                    "\"" + now.plus(Duration.ofHours(1)) + "\""));
        }
        require(id, database.transaction(sql -> {
            book.note(sql, context.tenant(), Alarms.KIND, until);
            return NotificationStore.snooze(sql, context.tenant(), user(context), id, until);
        }));
        return one(context, id);
    }

    /** The caller's wishes by kind; {@code others} is what holds for all kinds not named. */
    public Map<String, Wish> wishes(RequestContext context) {
        Map<String, Wish> wishes = database.direct(sql -> WishStore.of(sql, context.tenant(), user(context)));
        wishes.putIfAbsent(WishStore.OTHERS, Wish.USUAL);
        return wishes;
    }

    /** Changes the wishes named; an absent one is forgotten. */
    public Map<String, Wish> change(RequestContext context, Map<String, Optional<Wish>> changes) {
        changes.keySet().stream()
                .filter(kind -> !KIND.matcher(kind).matches())
                .findFirst()
                .ifPresent(kind -> {
                    throw new ProblemException(Problem.inValue(ProblemCode.INVALID_NAME, kind, kind, "60"));
                });
        database.transaction(sql -> {
            changes.forEach((kind, wish) -> wish.ifPresentOrElse(
                    said -> WishStore.put(sql, context.tenant(), user(context), kind, said),
                    () -> WishStore.forget(sql, context.tenant(), user(context), kind)));
            return changes;
        });
        return wishes(context);
    }

    private static UUID user(RequestContext context) {
        return context.user().id();
    }

    private static void require(UUID id, boolean found) {
        if (!found) {
            throw notFound(id);
        }
    }

    private static ProblemException notFound(UUID id) {
        return new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", "notification " + id, ""));
    }
}
