package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.foreign.Draft;
import io.armature.metadata.foreign.Outcome;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps the translations of texts that the definitions have. */
final class TranslationMapping {

    private static final Set<String> SPOKEN =
            Set.of("title", "plural", "description", "help", "placeholder", "message", "text");

    private TranslationMapping() {}

    static void map(AppContext context) {
        Set<String> spoken = new TreeSet<>();
        context.drafts().forEach(draft -> gather(draft.tree(), spoken));
        new TreeMap<>(context.app().translations()).forEach((stem, po) -> {
            String locale = stem.replace('_', '-');
            if (!locale.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")) {
                context.report()
                        .add(Outcome.LEFT_OUT, context.pack(), "translation", stem + ".po", stem, "no language");
                return;
            }
            Map<String, String> texts = new TreeMap<>(Po.read(po));
            texts.keySet().retainAll(spoken);
            if (!texts.isEmpty()) {
                ObjectNode tree = JsonNodeFactory.instance.objectNode();
                ObjectNode all = tree.putObject("texts");
                texts.forEach(all::put);
                context.drafts().add(new Draft(Kind.TRANSLATION, locale, tree, stem + ".po"));
                context.report()
                        .imported(context.pack(), "translation", stem + ".po", texts.size() + " texts in " + locale);
            }
        });
    }

    private static void gather(JsonNode node, Set<String> spoken) {
        node.properties().forEach(entry -> {
            if (entry.getKey().equals(Hints.KEY)) {
                return;
            }
            if (SPOKEN.contains(entry.getKey()) && entry.getValue().isTextual()) {
                spoken.add(entry.getValue().asText());
            } else if (entry.getKey().equals("options")) {
                entry.getValue().forEach(option -> spoken.add(option.asText()));
            }
            gather(entry.getValue(), spoken);
        });
        if (node.isArray()) {
            node.forEach(item -> gather(item, spoken));
        }
    }
}
