package io.armature.engine.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.SqlRunner;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.record.RecordReads;
import io.armature.engine.write.KeyLookup;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.type.InvalidValue;
import io.armature.metadata.type.ValueType.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds the records that the links of a file mean: people write what a record is called, and so do exports. What a cell
 * says is first a key; only what is none is a name, and only one that the reader may see. For one chunk of rows.
 */
final class LinkNames {

    /** What a cell says of a link, be it a key or a name: no field is called so. */
    static final String CALLED = "$called";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** So many names are looked for in one statement. */
    private static final int AT_ONCE = 100;

    private final SqlRunner runner;
    private final RequestContext context;
    private final RecordReads reads;
    private final Map<String, Map<String, UUID>> keys = new HashMap<>();
    private final Map<String, Map<String, List<UUID>>> names = new HashMap<>();

    /** What cannot be a key, by the entity that it would be one of. */
    private final Map<String, Set<String>> onlyNames = new HashMap<>();

    LinkNames(SqlRunner runner, RequestContext context, RecordReads reads) {
        this.runner = runner;
        this.context = context;
        this.reads = reads;
    }

    /** One link that is called by something. */
    private record Called(Entity target, String text, boolean orKey) {}

    /** Puts ids where rows say names; what is wrong with that, by the number of the row. */
    Map<Long, List<Problem>> resolve(Entity entity, List<ImportRow> rows) {
        Map<Entity, Set<Called>> wanted = new LinkedHashMap<>();
        rows.forEach(row -> links(entity, row.json())
                .values()
                .forEach(linked -> items(linked)
                        .forEach(item -> called(linked.relation(), item)
                                .ifPresent(found -> wanted.computeIfAbsent(found.target(), _ -> new LinkedHashSet<>())
                                        .add(found)))));
        wanted.forEach(this::look);
        Map<Long, List<Problem>> problems = new HashMap<>();
        rows.forEach(row -> {
            List<Problem> wrong = replace(entity, row);
            if (!wrong.isEmpty()) {
                problems.put(row.number(), wrong);
            }
        });
        return problems;
    }

    private record Linked(Relation relation, JsonNode json) {}

    private Map<String, Linked> links(Entity entity, JsonNode row) {
        Map<String, Linked> links = new LinkedHashMap<>();
        row.properties()
                .forEach(property -> entity.field(property.getKey())
                        .flatMap(Field::relation)
                        .filter(relation -> relation instanceof Relation.Link || relation instanceof Relation.Links)
                        .ifPresent(
                                relation -> links.put(property.getKey(), new Linked(relation, property.getValue()))));
        return links;
    }

    private static List<JsonNode> items(Linked linked) {
        List<JsonNode> items = new ArrayList<>();
        if (linked.json().isArray()) {
            linked.json().forEach(items::add);
        } else {
            items.add(linked.json());
        }
        return items;
    }

    private Optional<Called> called(Relation relation, JsonNode json) {
        if (!json.isObject() || json.size() != 1) {
            return Optional.empty();
        }
        Entity target = context.model().require(relation.target());
        Map.Entry<String, JsonNode> only = json.properties().iterator().next();
        boolean orKey = only.getKey().equals(CALLED);
        boolean name = only.getKey().equals(target.label()) && !KeyLookup.isKey(target, Set.of(target.label()));
        return Optional.of(only.getValue())
                .filter(value -> value.isTextual() && (orKey || name))
                .map(value -> new Called(target, value.textValue(), orKey));
    }

    private void look(Entity target, Set<Called> all) {
        Map<String, UUID> byKey = keys.computeIfAbsent(target.fullName(), _ -> new HashMap<>());
        List<String> maybeKeys =
                all.stream().filter(Called::orKey).map(Called::text).distinct().toList();
        key(target).ifPresent(key -> byKey.putAll(byKey(target, key, maybeKeys)));
        List<String> wanted = all.stream()
                .map(Called::text)
                .distinct()
                .filter(text -> !byKey.containsKey(text))
                .toList();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            byName(target, wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)));
        }
    }

    /** The one field by which a cell names a record. */
    static Optional<Field> key(Entity target) {
        if (target.key().size() == 1) {
            return target.field(target.key().getFirst());
        }
        return target.fields().values().stream()
                .filter(field -> field.unique() && !field.system())
                .findFirst();
    }

    private Map<String, UUID> byKey(Entity target, Field key, List<String> texts) {
        Map<Map<String, Object>, String> wanted = new LinkedHashMap<>();
        for (String text : texts) {
            try {
                wanted.put(Map.of(key.name(), key.type().read(TextNode.valueOf(text), key.definition())), text);
            } catch (InvalidValue no) {
                onlyNames
                        .computeIfAbsent(target.fullName(), _ -> new HashSet<>())
                        .add(text);
            }
        }
        return KeyLookup.find(runner, context, target, List.copyOf(wanted.keySet())).entrySet().stream()
                .collect(Collectors.toMap(found -> wanted.getOrDefault(found.getKey(), ""), Map.Entry::getValue));
    }

    private void byName(Entity target, List<String> texts) {
        boolean named = target.stored()
                && target.field(target.label())
                        .filter(field -> field.valueType() == Scalar.TEXT
                                && field.relation().isEmpty()
                                && !field.columns().isEmpty())
                        .isPresent();
        if (!named) {
            return;
        }
        Map<String, List<UUID>> found = names.computeIfAbsent(target.fullName(), _ -> new HashMap<>());
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        query.put(
                "filter",
                texts.stream()
                        .map(LinkNames::literal)
                        .collect(Collectors.joining(", ", target.label() + " in [", "]")));
        query.put("fields", SystemFields.ID + "," + target.label());
        query.put("limit", RecordQuery.MAXIMUM_LIMIT);
        try {
            JsonNode page =
                    JSON.readTree(reads.list(context, runner, RecordQueryParser.ofJson(target.fullName(), query)));
            if (texts.size() > 1 && !page.path("page").path("next").isNull()) {
                // Of what is cut off nobody knows how often it is there.
                byName(target, texts.subList(0, texts.size() / 2));
                byName(target, texts.subList(texts.size() / 2, texts.size()));
                return;
            }
            page.path("data")
                    .forEach(record -> found.computeIfAbsent(
                                    record.path(target.label()).asText(), _ -> new ArrayList<>())
                            .add(UUID.fromString(record.path(SystemFields.ID).asText())));
        } catch (ProblemException unreadable) {
            return; // Whoever may not see them knows none by its name.
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A text as expressions write it. */
    private static String literal(String text) {
        return "'"
                + text.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r") + "'";
    }

    private List<Problem> replace(Entity entity, ImportRow row) {
        List<Problem> problems = new ArrayList<>();
        links(entity, row.json()).forEach((name, linked) -> {
            String path = RowMatcher.path(row.number()) + "." + name;
            if (linked.json().isArray()) {
                ArrayNode items = JsonNodeFactory.instance.arrayNode();
                linked.json().forEach(item -> items.add(meant(linked.relation(), item, path, problems)));
                ((ObjectNode) row.json()).set(name, items);
            } else {
                ((ObjectNode) row.json()).set(name, meant(linked.relation(), linked.json(), path, problems));
            }
        });
        return problems;
    }

    private JsonNode meant(Relation relation, JsonNode json, String path, List<Problem> problems) {
        Optional<Called> called = called(relation, json);
        if (called.isEmpty()) {
            return json;
        }
        Entity target = called.get().target();
        String text = called.get().text();
        Optional<UUID> byKey = called.get().orKey()
                ? Optional.ofNullable(
                        keys.getOrDefault(target.fullName(), Map.of()).get(text))
                : Optional.empty();
        List<UUID> byName = names.getOrDefault(target.fullName(), Map.of()).getOrDefault(text, List.of());
        if (byKey.isPresent() || byName.size() == 1) {
            return TextNode.valueOf(byKey.orElseGet(byName::getFirst).toString());
        }
        Optional<Field> key = key(target)
                .filter(_ -> called.get().orKey()
                        && byName.isEmpty()
                        && !onlyNames.getOrDefault(target.fullName(), Set.of()).contains(text));
        if (key.isPresent()) {
            // What is wrong with a key says whoever reads it.
            return JsonNodeFactory.instance.objectNode().put(key.get().name(), text);
        }
        ProblemCode code = byName.isEmpty() ? ProblemCode.LINK_NAME_UNKNOWN : ProblemCode.LINK_NAME_TWICE;
        problems.add(Problem.inValue(code, path, target.title(), text));
        return JsonNodeFactory.instance.nullNode();
    }
}
