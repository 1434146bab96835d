package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.notify.MailWish;
import io.armature.engine.notify.Notification;
import io.armature.engine.notify.NotificationQuery;
import io.armature.engine.notify.Wish;
import io.armature.engine.write.Uuids;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Notifications and wishes as they stand in requests and answers; named as the fields of {@code sys.notification}. */
final class NotificationJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String IN_APP = "in_app";
    private static final String MAIL = "mail";
    private static final Set<String> MEMBERS = Set.of(IN_APP, MAIL);

    private NotificationJson() {}

    /** A page of what was found, which may be one more than the page holds. */
    static ObjectNode page(List<Notification> found, int limit) {
        ObjectNode page = JSON.objectNode();
        found.stream().limit(limit).forEach(one -> page.withArray("data").add(of(one)));
        page.withArray("data");
        boolean more = found.size() > limit;
        page.putObject("page").put("next", more ? cursor(found.get(limit - 1)) : null);
        return page;
    }

    static ObjectNode of(Notification one) {
        ObjectNode json = JSON.objectNode()
                .put("id", one.id().toString())
                .put("kind", one.kind())
                .put("title", one.title())
                .put("body", one.body())
                .put("priority", one.priority().word());
        one.about()
                .ifPresentOrElse(
                        about -> json.putObject("record")
                                .put("entity", about.entity())
                                .put("id", about.record().toString()),
                        () -> json.putNull("record"));
        return json.put("count", one.count())
                .put("created_at", one.createdAt().toString())
                .put("updated_at", one.updatedAt().toString())
                .put("read_at", one.readAt().map(Instant::toString).orElse(null))
                .put("snoozed_until", one.snoozedUntil().map(Instant::toString).orElse(null));
    }

    static ObjectNode of(Map<String, Wish> wishes) {
        ObjectNode json = JSON.objectNode();
        wishes.forEach((kind, wish) -> json.putObject(kind)
                .put(IN_APP, wish.inApp())
                .put(MAIL, wish.mail().word()));
        return json;
    }

    /** What a request says of one kind; what it leaves out stays as it was. */
    static Optional<Wish> wish(String kind, JsonNode said, Wish before) {
        if (said.isNull()) {
            return Optional.empty();
        }
        JsonNode inApp = said.path(IN_APP);
        JsonNode mail = said.path(MAIL);
        boolean fits = said.isObject()
                && said.propertyStream().allMatch(member -> MEMBERS.contains(member.getKey()))
                && (inApp.isMissingNode() || inApp.isBoolean())
                && (mail.isMissingNode() || MailWish.named(mail.asText()).isPresent());
        if (!fits) {
            String words = Arrays.stream(MailWish.values()).map(MailWish::word).collect(Collectors.joining(", "));
            throw new ProblemException(Problem.inValue(
                    ProblemCode.INVALID_VALUE,
                    kind,
                    "preference",
                    "{\"in_app\": true, \"mail\": \"daily\"}; mail: " + words));
        }
        return Optional.of(new Wish(
                inApp.isMissingNode() ? before.inApp() : inApp.booleanValue(),
                mail.isMissingNode()
                        ? before.mail()
                        : MailWish.named(mail.asText()).orElseThrow()));
    }

    private static String cursor(Notification last) {
        String text = last.updatedAt() + "~" + last.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws ProblemException when the text is none of our cursors */
    static NotificationQuery.After after(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("~", 2);
            return new NotificationQuery.After(
                    Instant.parse(parts[0]),
                    Uuids.parse(parts[parts.length - 1]).orElseThrow(IllegalArgumentException::new));
        } catch (DateTimeException | IllegalArgumentException notOurs) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.INVALID_VALUE, "cursor", "cursor", "what page.next said"));
        }
    }
}
