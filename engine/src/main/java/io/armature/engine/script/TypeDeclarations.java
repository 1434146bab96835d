package io.armature.engine.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The types of a model for those who write hooks: a module {@code armature} that editors and TypeScript understand. */
public final class TypeDeclarations {

    private final Model model;
    private final StringBuilder text = new StringBuilder();

    private TypeDeclarations(Model model) {
        this.model = model;
    }

    /** The text of {@code armature.d.ts}. */
    public static String of(Model model) {
        return new TypeDeclarations(model).write();
    }

    private String write() {
        text.append("// Made by `armature pack types`; do not edit.\n")
                .append(common())
                .append('\n');
        text.append("declare module 'armature' {\n  interface Entities {\n");
        model.entities()
                .values()
                .forEach(entity -> text.append("    '")
                        .append(entity.fullName())
                        .append("': ")
                        .append(name(entity.fullName()))
                        .append('\n'));
        text.append("  }\n");
        model.entities().values().forEach(this::entity);
        return text.append("}\n").toString();
    }

    private static String common() {
        try (var stream = Objects.requireNonNull(TypeDeclarations.class.getResourceAsStream("armature.d.ts"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void entity(Entity entity) {
        text.append("\n  /** ").append(comment(entity.title())).append(" */\n");
        text.append("  interface ").append(name(entity.fullName())).append(" {\n");
        entity.fields().values().stream().filter(RecordProxy::isShown).forEach(this::field);
        text.append("  }\n");
    }

    private void field(Field field) {
        String key = "    ";
        String type = type(field);
        String empty = field.required() || field.relation().orElse(null) instanceof Relation.Lines ? "" : " | null";
        boolean fixed = field.computed()
                || field.system()
                        && !field.name().equals("owner")
                        && !field.name().equals("external_id");
        text.append("    /** ").append(comment(field.title())).append(" */\n").append(key);
        if (fixed) {
            text.append("readonly ")
                    .append(field.name())
                    .append(": ")
                    .append(type)
                    .append(empty)
                    .append('\n');
        } else if (given(field).equals(type)) {
            text.append(field.name()).append(": ").append(type).append(empty).append('\n');
        } else {
            text.append("get ")
                    .append(field.name())
                    .append("(): ")
                    .append(type)
                    .append(empty)
                    .append('\n');
            text.append(key)
                    .append("set ")
                    .append(field.name())
                    .append("(value: ")
                    .append(given(field));
            text.append(" | null)\n");
        }
    }

    private String type(Field field) {
        return switch (field.relation().orElse(null)) {
            case Relation.Lines lines -> "Lines<" + name(lines.target()) + ">";
            case Relation.Links links -> "readonly Id<'" + links.target() + "'>[]";
            case Relation.Link link -> "Id<'" + link.target() + "'>";
            case Relation.Inverse _ -> "never";
            case null -> value(field);
        };
    }

    private static String value(Field field) {
        if (!field.computed()) {
            JsonNode schema = field.type().schema(field.definition());
            List<String> options = new ArrayList<>();
            (schema.has("enum") ? schema.path("enum") : schema.path("items").path("enum"))
                    .forEach(option -> options.add("'" + option.asText() + "'"));
            if (!options.isEmpty()) {
                String union = String.join(" | ", options);
                return field.valueType() instanceof ValueType.ListOf ? "readonly (" + union + ")[]" : union;
            }
        }
        return value(field.valueType());
    }

    private static String value(ValueType type) {
        return switch (type) {
            case Scalar scalar ->
                switch (scalar) {
                    case TEXT -> "string";
                    case INTEGER -> "number";
                    case DECIMAL -> "Decimal";
                    case BOOLEAN -> "boolean";
                    case DATE -> "PlainDate";
                    case TIME -> "PlainTime";
                    case DATE_TIME -> "Instant";
                    case DURATION -> "Duration";
                    case JSON, NULL -> "any";
                };
            case ValueType.Reference reference -> "Id<'" + reference.entity() + "'>";
            case ValueType.AnyReference _ -> "{ readonly entity: string, readonly id: string }";
            case ValueType.Rows _ -> "any";
            case ValueType.ListOf list -> "readonly " + value(list.item()) + "[]";
        };
    }

    /** What may be put into a field. */
    private String given(Field field) {
        String type = type(field);
        return switch (field.relation().orElse(null)) {
            case Relation.Link _ -> type + " | { [key: string]: any }";
            case Relation.Links _ -> "readonly (string | { [key: string]: any })[]";
            case Relation.Lines lines -> "(" + name(lines.target()) + " | { [key: string]: any })[]";
            case Relation.Inverse _ -> type;
            case null ->
                switch (type) {
                    case "Decimal" -> "Decimal | string | number";
                    case "PlainDate", "PlainTime", "Instant", "Duration" -> type + " | string";
                    default -> type;
                };
        };
    }

    private static String name(String entity) {
        StringBuilder name = new StringBuilder();
        for (String part : entity.split("[._]")) {
            if (!part.isEmpty()) {
                name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
            }
        }
        return name.toString();
    }

    private static String comment(String text) {
        return text.replace("*/", "* /").replace('\n', ' ');
    }
}
