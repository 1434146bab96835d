package io.armature.engine.boot.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.metadata.definition.Node.MapNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mails that leave a tenant: nothing sends them, so they stay where they can be looked at. */
final class TrialMails {

    private static final String LIST = "/api/sys/mail?sort=created_at,id&limit=500&fields=id,recipient,subject,body";

    private final TrialCaller caller;
    private final String administrator;
    private final Set<String> before = new HashSet<>();

    TrialMails(TrialCaller caller, String administrator) {
        this.caller = caller;
        this.administrator = administrator;
    }

    /** From here on. */
    void mark() {
        all().forEach(mail -> before.add(mail.path("id").asText()));
    }

    /** The mails since then; the next look begins here. */
    ArrayNode since() {
        ArrayNode left = JsonNodeFactory.instance.arrayNode();
        all().forEach(mail -> {
            if (before.add(mail.path("id").asText())) {
                left.add(mail);
            }
        });
        return left;
    }

    /** Holds the mails since then against those expected. */
    void compare(List<MapNode> expected, TrialNames names, Comparison comparison) {
        List<JsonNode> left = new ArrayList<>();
        all().forEach(mail -> {
            if (!before.contains(mail.path("id").asText())) {
                left.add(mail);
            }
        });
        if (left.size() != expected.size()) {
            comparison.note("mails", expected.size() + " mails", left.size() + " mails: " + left);
            return;
        }
        for (int i = 0; i < left.size(); i++) {
            compare("mails." + i, names.json(expected.get(i)), left.get(i), comparison);
        }
    }

    private static void compare(String path, JsonNode expected, JsonNode mail, Comparison comparison) {
        for (Map.Entry<String, JsonNode> entry : expected.properties()) {
            if (entry.getKey().equals("text")) {
                String body = mail.path("body").asText("");
                if (!body.contains(entry.getValue().asText())) {
                    comparison.note(path + ".text", "… " + entry.getValue() + " …", body);
                }
            } else {
                comparison.hold(path + "." + entry.getKey(), entry.getValue(), mail.path(entry.getKey()));
            }
        }
    }

    private JsonNode all() {
        TrialAnswer answer = caller.call(administrator, "GET", LIST, Map.of(), Optional.empty());
        return answer.isSuccess() ? answer.body().path("data") : JsonNodeFactory.instance.arrayNode();
    }
}
