package io.armature.metadata.foreign.frappe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/** Writes what an entity says besides its fields: how it is kept, named, found and sorted. */
final class EntityHead {

    private static final Map<String, String> SYSTEM =
            Map.of("creation", "created_at", "modified", "updated_at", "owner", "owner", "modified_by", "updated_by");
    private static final Set<String> SEARCHED =
            Set.of("text", "longText", "email", "phone", "url", "choice", "barcode", "markdown", "html");

    private final Site site;
    private final Site.Member member;
    private final NameMapping name;

    EntityHead(Site site, Site.Member member, NameMapping name) {
        this.site = site;
        this.member = member;
        this.name = name;
    }

    void write(ObjectNode entity, SequencedMap<String, ObjectNode> fields, Consumer<String> told) {
        DocType type = member.type();
        if (type.isVirtual()) {
            entity.put("virtual", true);
            told.accept("code answers for its records: it has none here until a connector or a hook does");
        } else if (type.isSingle()) {
            entity.put("single", true);
        } else if (type.isSubmittable()) {
            entity.put("document", true);
        }
        label(fields).ifPresent(label -> entity.put("label", label));
        features(entity);
        if (!type.isVirtual()) {
            List<String> key = name.key().stream().filter(fields::containsKey).toList();
            key(entity, key);
            name.number(told).ifPresent(number -> entity.set("number", number));
        }
        search(entity, fields);
        sort().ifPresent(sort -> entity.set("sort", sort));
    }

    private Optional<String> label(SequencedMap<String, ObjectNode> fields) {
        return member.type()
                .doc()
                .text("title_field")
                .map(field -> member.fields().getOrDefault(field, field))
                .or(() -> name.key().stream().findFirst())
                .filter(fields::containsKey)
                .filter(field ->
                        SEARCHED.contains(of(fields, field).path("type").asText()));
    }

    private void features(ObjectNode entity) {
        DocType type = member.type();
        ObjectNode features = entity.objectNode();
        if (type.isTree()) {
            features.put("tree", true);
        }
        if (!type.doc().flag("track_changes")) {
            features.put("audit", false);
        }
        features.put("softDelete", false);
        if (type.isChild()) {
            features.put("comments", false).put("attachments", false);
        }
        entity.set("features", features);
    }

    private static void key(ObjectNode entity, List<String> key) {
        if (key.isEmpty()) {
            return;
        }
        ArrayNode list = entity.putArray("key");
        key.forEach(list::add);
    }

    private static ObjectNode of(SequencedMap<String, ObjectNode> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    /** What is searched by: the name first, then the fields that Frappe looks into. */
    private void search(ObjectNode entity, SequencedMap<String, ObjectNode> fields) {
        ObjectNode search = entity.objectNode();
        label(fields).ifPresent(label -> search.put(label, "A"));
        Doc doc = member.type().doc();
        doc.text("search_fields").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .map(field -> member.fields().getOrDefault(field, ""))
                .filter(field -> isSearched(fields, field))
                .forEach(field -> putIfAbsent(search, field, "B"));
        member.type().data().stream()
                .filter(field -> field.flag("in_global_search"))
                .map(field -> member.fields().getOrDefault(field.fieldname(), ""))
                .filter(field -> isSearched(fields, field))
                .forEach(field -> putIfAbsent(search, field, "C"));
        if (!search.isEmpty()) {
            entity.set("search", search);
        }
    }

    private static void putIfAbsent(ObjectNode search, String field, String weight) {
        if (!search.has(field)) {
            search.put(field, weight);
        }
    }

    private static boolean isSearched(SequencedMap<String, ObjectNode> fields, String field) {
        return fields.containsKey(field)
                && SEARCHED.contains(of(fields, field).path("type").asText())
                && !of(fields, field).has("formula");
    }

    private Optional<ArrayNode> sort() {
        Doc doc = member.type().doc();
        String order = doc.text("sort_order", "DESC");
        ArrayNode sort = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
        for (String part : doc.text("sort_field", "").split(",")) {
            String[] words = part.strip().split("\\s+");
            Optional<String> path = path(words[0].replace("`", ""));
            boolean down = (words.length > 1 ? words[1] : order)
                    .toUpperCase(Locale.ROOT)
                    .startsWith("DESC");
            path.ifPresent(found -> sort.add((down ? "-" : "") + found));
        }
        return sort.isEmpty() ? Optional.empty() : Optional.of(sort);
    }

    private Optional<String> path(String field) {
        return field.equals("name")
                ? site.key(member)
                : Optional.ofNullable(SYSTEM.get(field))
                        .or(() -> member.type()
                                .field(field)
                                .filter(found -> !DocType.isLayout(found)
                                        && !DocType.isComputed(found)
                                        && !found.fieldtype().startsWith("Table"))
                                .map(found -> member.fields().getOrDefault(field, field)));
    }
}
