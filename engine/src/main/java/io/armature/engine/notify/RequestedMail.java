package io.armature.engine.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.armature.engine.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that a hook, a job or an administrator asks for: {@code {"to": ["owner", "ada@example.org", "email"], "template":
 * "crm.sleeping", "files": ["…"]}}, or with {@code subject}, {@code text} and {@code html} in place of the template.
 *
 * @param to addresses, recipients as of messages, or fields of the record that hold addresses
 * @param template full name; empty where the texts are given
 * @param locale the language for whom none is known
 */
record RequestedMail(
        List<String> to,
        Optional<String> template,
        JsonNode subject,
        JsonNode text,
        JsonNode html,
        List<UUID> files,
        Locale locale) {

    static final String EVENT = "sys.mail.requested";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException when the details are not what they should be */
    static RequestedMail of(Event event) {
        try {
            return of(JSON.readTree(event.details()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    static RequestedMail of(JsonNode details) {
        List<UUID> files = new ArrayList<>();
        details.path("files").forEach(id -> files.add(UUID.fromString(id.asText())));
        return new RequestedMail(
                texts(details.path("to")),
                Optional.ofNullable(details.path("template").textValue()),
                details.path("subject"),
                details.path("text"),
                details.path("html"),
                files,
                Locale.forLanguageTag(details.path("locale").asText("en")));
    }

    /** A mail of a pack. */
    static RequestedMail of(List<String> to, String template) {
        JsonNode none = MissingNode.getInstance();
        return new RequestedMail(to, Optional.of(template), none, none, none, List.of(), Locale.ENGLISH);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        } else {
            node.forEach(each -> texts.add(each.asText()));
        }
        return texts;
    }
}
