package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.read.DefinitionSchemas;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The block {@code x-frappe}: what Frappe says and our language does not. Which properties it may have, and which of them are
 * flags, says the schema {@code frappe.json}.
 */
final class Hints {

    static final String KEY = "x-frappe";

    /** What a document is, which is told otherwise. */
    private static final Set<String> TOLD = Set.of("doctype");

    private static final JsonNode SCHEMA = schema();

    private final JsonNode properties;

    private Hints(String part) {
        this.properties = SCHEMA.at("/$defs/" + part + "/properties");
    }

    static final Hints OF_FIELD = new Hints("field");
    static final Hints OF_DOCTYPE = new Hints("doctype");

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(DefinitionSchemas.text("frappe").orElseThrow());
        } catch (IOException malformed) {
            throw new UncheckedIOException("The schema frappe is no JSON", malformed);
        }
    }

    /**
     * What a document says that is not carried otherwise.
     *
     * @param unknown hears of each property that cannot be kept
     */
    ObjectNode of(Doc doc, Predicate<String> carried, Consumer<String> unknown) {
        ObjectNode hints = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        for (String key : new TreeSet<>(List.copyOf(names(doc)))) {
            JsonNode value = doc.json().get(key);
            JsonNode known = properties.path(key);
            boolean says = isFlag(key) ? Doc.says(value) : Doc.isThere(value);
            if (carried.test(key) || TOLD.contains(key) || !says) {
                continue;
            }
            if (known.isMissingNode() || value.isContainerNode()) {
                unknown.accept(key);
            } else if (known.path("type").asText().equals("boolean")) {
                hints.put(key, true);
            } else {
                hints.set(key, value);
            }
        }
        return hints;
    }

    /** Whether the property is a flag, which Frappe writes as 0 or 1. */
    boolean isFlag(String property) {
        return properties.path(property).path("type").asText().equals("boolean");
    }

    private static Set<String> names(Doc doc) {
        Set<String> names = new TreeSet<>();
        doc.json().fieldNames().forEachRemaining(names::add);
        return names;
    }
}
