package io.armature.engine.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a workflow or a hook asks for, as the event's details say it: {@code {"recipients": ["owner", "role:sales.manager"], "title":
 * "…" or {"en": "…", "fr": "…"}, "body": …, "kind": "message", "priority": "normal", "group": "…"}}.
 *
 * @param group absent for messages that stand alone
 */
record RequestedMessage(
        List<String> recipients, JsonNode title, JsonNode body, String kind, Priority priority, String group) {

    static final String EVENT = "sys.notification.requested";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException when the details are no JSON, which the database does not keep */
    static RequestedMessage of(Event event) {
        try {
            JsonNode details = JSON.readTree(event.details());
            List<String> recipients = new ArrayList<>();
            JsonNode named = details.path("recipients");
            (named.isTextual() ? List.of(named) : named).forEach(name -> recipients.add(name.asText()));
            return new RequestedMessage(
                    recipients,
                    details.path("title"),
                    details.path("body"),
                    details.path("kind").asText("message"),
                    Priority.named(details.path("priority").asText("")).orElse(Priority.NORMAL),
                    details.path("group").asText(event.id().toString()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    /** A text, or the one of several that is in the language of the reader. */
    static String text(JsonNode text, Locale locale) {
        if (!text.isObject()) {
            return text.asText("");
        }
        JsonNode exact = text.path(locale.toLanguageTag());
        JsonNode language = exact.isMissingNode() ? text.path(locale.getLanguage()) : exact;
        return (language.isMissingNode() ? text.path("en") : language).asText("");
    }
}
