package io.armature.engine.schema.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What we remember about a table or column, kept as JSON in its COMMENT, because comments follow renames, live in the
 * same transaction and are part of every dump.
 *
 * @param entity whose table it is; empty on columns and on tables that are not ours
 * @param field of which it is the many-to-many table; else empty
 * @param formerly earlier names, oldest first, so that going back finds it again
 * @param retired the name it had when it was retired; empty while it lives
 * @param target the table that a retired link led to
 * @param formula a digest of the stored formula that computed the values
 */
public record Mark(String entity, String field, List<String> formerly, String retired, String target, String formula) {

    /** Nothing is remembered. */
    public static final Mark NONE = new Mark("", "", List.of(), "", "", "");

    private static final ObjectMapper JSON = new ObjectMapper();

    public Mark {
        formerly = List.copyOf(formerly);
    }

    /** The mark of an entity's table, or of the many-to-many table of one of its fields. */
    public static Mark of(String entity, String field, List<String> formerly) {
        return new Mark(entity, field, formerly, "", "", "");
    }

    /** The mark of a column. */
    public static Mark column(List<String> formerly, String formula) {
        return new Mark("", "", formerly, "", "", formula);
    }

    /** Reads a comment; one that somebody else wrote is no mark. */
    public static Mark parse(String comment) {
        if (!comment.startsWith("{")) {
            return NONE;
        }
        try {
            JsonNode json = JSON.readTree(comment);
            List<String> formerly = new ArrayList<>();
            json.path("formerly").forEach(name -> formerly.add(name.asText()));
            return new Mark(
                    json.path("entity").asText(""),
                    json.path("field").asText(""),
                    formerly,
                    json.path("retired").asText(""),
                    json.path("target").asText(""),
                    json.path("formula").asText(""));
        } catch (JsonProcessingException somebodyElses) {
            return NONE;
        }
    }

    /** As a comment; empty when there is nothing to remember. */
    public String comment() {
        ObjectNode json = JSON.createObjectNode();
        put(json, "entity", entity);
        put(json, "field", field);
        if (!formerly.isEmpty()) {
            formerly.forEach(json.putArray("formerly")::add);
        }
        put(json, "retired", retired);
        put(json, "target", target);
        put(json, "formula", formula);
        return json.isEmpty() ? "" : json.toString();
    }

    private static void put(ObjectNode json, String key, String value) {
        if (!value.isEmpty()) {
            json.put(key, value);
        }
    }

    public boolean isRetired() {
        return !retired.isEmpty();
    }

    /**
     * The same of something that was called {@code name} until now.
     *
     * @param known names that it has lived through, as its definition says
     */
    public Mark renamedFrom(String name, List<String> known) {
        List<String> names = new ArrayList<>(formerly);
        known.stream().filter(former -> !names.contains(former)).forEach(names::add);
        names.remove(name);
        names.add(name);
        return new Mark(entity, field, names, retired, target, formula);
    }

    /** The same of something that gets a name it had before: what came after that name is forgotten. */
    public Mark backTo(String name) {
        int place = formerly.indexOf(name);
        return new Mark(entity, field, place < 0 ? formerly : formerly.subList(0, place), retired, target, formula);
    }

    /** The same, of another entity or field. */
    public Mark owner(String newEntity, String newField) {
        return new Mark(newEntity, newField, formerly, retired, target, formula);
    }

    /** The same, retired under the name it had. */
    public Mark retire(String name, String linkTarget) {
        return new Mark(entity, field, formerly, name, linkTarget, formula);
    }

    /** The same, living again. */
    public Mark restore() {
        return new Mark(entity, field, formerly, "", "", formula);
    }

    /** The same, with values computed by another formula. */
    public Mark formula(String digest) {
        return new Mark(entity, field, formerly, retired, target, digest);
    }
}
