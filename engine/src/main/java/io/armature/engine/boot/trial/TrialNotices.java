package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Node.MapNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the users of a test are told: each looks at his own notifications. */
final class TrialNotices {

    private final TrialCaller caller;
    private final Collection<String> users;
    private final Set<String> before = new HashSet<>();

    TrialNotices(TrialCaller caller, Collection<String> users) {
        this.caller = caller;
        this.users = List.copyOf(users);
    }

    /** From here on. */
    void mark() {
        all().forEach(notice -> before.add(mark(notice)));
    }

    /** What was told since then; the next look begins here. */
    ArrayNode since() {
        ArrayNode told = JsonNodeFactory.instance.arrayNode();
        all().forEach(notice -> {
            if (before.add(mark(notice))) {
                told.add(notice);
            }
        });
        return told;
    }

    /** Holds what users were told since then against what is expected, in the order of users, then of time. */
    void compare(List<MapNode> expected, TrialNames names, Comparison comparison) {
        List<JsonNode> told =
                all().stream().filter(notice -> !before.contains(mark(notice))).toList();
        if (told.size() != expected.size()) {
            comparison.note("notifications", expected.size() + " notifications", told.size() + ": " + told);
            return;
        }
        for (int i = 0; i < told.size(); i++) {
            comparison.hold("notifications." + i, names.json(expected.get(i)), told.get(i));
        }
    }

    /** One that stands for more than before is told anew. */
    private static String mark(JsonNode notice) {
        return notice.path("id").asText() + " " + notice.path("updated_at").asText();
    }

    private List<JsonNode> all() {
        List<JsonNode> found = new ArrayList<>();
        for (String user : users) {
            TrialAnswer answer = caller.call(user, "GET", "/api/notifications?limit=200", Map.of(), Optional.empty());
            List<JsonNode> own = new ArrayList<>();
            answer.body().path("data").forEach(own::add);
            own.reversed().forEach(notice -> found.add(of(user, notice)));
        }
        return found;
    }

    private static ObjectNode of(String user, JsonNode notice) {
        ObjectNode named = JsonNodeFactory.instance.objectNode().put("user", user);
        named.setAll((ObjectNode) notice);
        return named;
    }
}
