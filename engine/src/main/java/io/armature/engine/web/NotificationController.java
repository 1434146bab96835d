package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.notify.NotificationCount;
import io.armature.engine.notify.NotificationQuery;
import io.armature.engine.notify.NotificationQuery.State;
import io.armature.engine.notify.Notifications;
import io.armature.engine.notify.Wish;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the caller was told. */
@Controller("/api/notifications")
public final class NotificationController {

    private static final int USUAL = 50;

    private final Notifications notifications;
    private final JsonBodies bodies;

    public NotificationController(Notifications notifications, JsonBodies bodies) {
        this.notifications = notifications;
        this.bodies = bodies;
    }

    /** Until when something is put off. */
    record Until(@Nullable String until) {
        Optional<Instant> moment() {
            return Optional.ofNullable(until).map(text -> ShareController.moment("until", text));
        }
    }

    /** The latest first; {@code state} is {@code all}, {@code new} or {@code snoozed}. */
    @Get
    public ObjectNode list(
            RequestContext context,
            @QueryValue Optional<String> state,
            @QueryValue Optional<Integer> limit,
            @QueryValue Optional<String> cursor) {
        int most = limit.orElse(USUAL);
        if (most < 1 || most > NotificationQuery.MOST) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.OUT_OF_RANGE, "limit", "between 1 and " + NotificationQuery.MOST));
        }
        NotificationQuery query =
                new NotificationQuery(state(state.orElse("all")), most, cursor.map(NotificationJson::after));
        return NotificationJson.page(notifications.list(context, query), most);
    }

    @Get("/count")
    public NotificationCount count(RequestContext context) {
        return notifications.count(context);
    }

    /** Reads all, or all up to a moment: {@code ?until=}. */
    @Post("/read")
    public Map<String, Integer> readAll(RequestContext context, @QueryValue Optional<String> until) {
        Optional<Instant> moment = until.map(text -> ShareController.moment("until", text));
        return Map.of("read", notifications.readAll(context, moment));
    }

    @Get("/{id}")
    public ObjectNode one(RequestContext context, HttpRequest<?> request, String id) {
        return NotificationJson.of(notifications.one(context, RecordPaths.id(request, id)));
    }

    @Post("/{id}/read")
    public ObjectNode read(RequestContext context, HttpRequest<?> request, String id) {
        return NotificationJson.of(notifications.read(context, RecordPaths.id(request, id)));
    }

    @Post("/{id}/unread")
    public ObjectNode unread(RequestContext context, HttpRequest<?> request, String id) {
        return NotificationJson.of(notifications.unread(context, RecordPaths.id(request, id)));
    }

    /** Puts one off {@code {"until": "…"}}. */
    @Post("/{id}/snooze")
    public ObjectNode snooze(RequestContext context, HttpRequest<?> request, String id, @Body byte[] body) {
        Instant until = bodies.read(body, Until.class)
                .moment()
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "until", "until")));
        return NotificationJson.of(notifications.snooze(context, RecordPaths.id(request, id), until));
    }

    @Get("/preferences")
    public ObjectNode preferences(RequestContext context) {
        return NotificationJson.of(notifications.wishes(context));
    }

    /** Changes what is named: {@code {"mention": {"mail": "at_once"}, "comment": null}}. */
    @Patch("/preferences")
    public ObjectNode prefer(RequestContext context, @Body byte[] body) {
        Map<String, Wish> before = notifications.wishes(context);
        Map<String, Optional<Wish>> changes = new LinkedHashMap<>();
        bodies.read(body).properties().forEach(entry -> {
            Wish known = Objects.requireNonNull(before.getOrDefault(entry.getKey(), before.get("others")));
            changes.put(entry.getKey(), NotificationJson.wish(entry.getKey(), entry.getValue(), known));
        });
        return NotificationJson.of(notifications.change(context, changes));
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.UNKNOWN_OPTION, "state", word, "all, new, snoozed")));
    }
}
