package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The schemas of one entity: {@code crm.customer} as it is read, {@code crm.customer.create} and {@code
 * crm.customer.change} as it is written, {@code crm.customer.page} for lists.
 */
final class EntitySchemas {

    /** Types whose values go in but never come out. */
    private static final Set<String> WRITE_ONLY = Set.of("password", "secret");

    private static final Set<String> ALWAYS_SET =
            Set.of(SystemFields.VERSION, SystemFields.CREATED_AT, SystemFields.UPDATED_AT);

    private final Model model;
    private final Entity entity;

    EntitySchemas(Model model, Entity entity) {
        this.model = model;
        this.entity = entity;
    }

    static String page(Entity entity) {
        return entity.fullName() + ".page";
    }

    static String create(String entity) {
        return entity + ".create";
    }

    static String change(String entity) {
        return entity + ".change";
    }

    void add(ObjectNode schemas) {
        schemas.set(entity.fullName(), read());
        schemas.set(create(entity.fullName()), write(true));
        schemas.set(change(entity.fullName()), write(false));
        schemas.set(page(entity), pageSchema());
    }

    private ObjectNode pageSchema() {
        ObjectNode schema = Schemas.object();
        ObjectNode properties = schema.putObject("properties");
        properties.set("data", Schemas.list(Schemas.reference(entity.fullName())));
        properties.set("page", Schemas.reference(SharedComponents.PAGE));
        schema.putArray("required").add("data").add("page");
        return schema;
    }

    private ObjectNode read() {
        ObjectNode schema = Schemas.object().put("title", entity.title());
        ObjectNode properties = schema.putObject("properties");
        readable().forEach(field -> properties.set(field.name(), described(field, readValue(field))));
        properties.set("$hidden", Schemas.reference(SharedComponents.HIDDEN));
        properties.set("$masked", Schemas.reference(SharedComponents.MASKED));
        return schema;
    }

    private Stream<Field> readable() {
        return entity.fields().values().stream()
                .filter(field -> !field.name().startsWith("_"))
                .filter(field -> !WRITE_ONLY.contains(field.type().name()));
    }

    private ObjectNode readValue(Field field) {
        if (field.name().equals(SystemFields.ID)) {
            return Schemas.text("uuid");
        }
        ObjectNode value = switch (field.relation().orElse(null)) {
            case Relation.Link link -> known(link.target()) ? linked(link.target()) : plain(field);
            case Relation.Links links -> Schemas.list(linked(links.target()));
            case Relation.Lines lines -> Schemas.list(Schemas.reference(lines.target()));
            case Relation.Inverse inverse -> Schemas.list(Schemas.reference(inverse.target()));
            case null -> plain(field);
        };
        boolean always = field.required()
                || ALWAYS_SET.contains(field.name())
                || value.path("type").asText().equals("array");
        return always ? value : Schemas.nullable(value);
    }

    private boolean known(String target) {
        return model.entity(target).filter(Entity::stored).isPresent();
    }

    /** A link comes as an id, or as a record where it was expanded. */
    private static ObjectNode linked(String target) {
        return Schemas.anyOf(Schemas.text("uuid"), Schemas.reference(target));
    }

    private static ObjectNode plain(Field field) {
        return field.type().schema(field.definition());
    }

    private static ObjectNode described(Field field, ObjectNode value) {
        ObjectNode schema = value.deepCopy();
        schema.put("title", field.title());
        field.definition().text("help").ifPresent(help -> schema.put("description", help));
        if (field.readOnly()) {
            schema.put("readOnly", true);
        }
        return schema;
    }

    private ObjectNode write(boolean creation) {
        ObjectNode schema = Schemas.object().put("title", entity.title()).put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        List<Field> fields = entity.fields().values().stream()
                .filter(field -> !field.readOnly() && !field.name().startsWith("_"))
                .toList();
        fields.forEach(field -> properties.set(field.name(), described(field, writeValue(field, creation))));
        if (creation) {
            ArrayNode required = schema.putArray("required");
            fields.stream()
                    .filter(field ->
                            field.required() && field.rules().defaultValue().isEmpty())
                    .forEach(field -> required.add(field.name()));
        } else {
            properties.set(SystemFields.VERSION, Schemas.integer());
        }
        if (entity.lineOf() || entity.lineage().size() > 1) {
            properties.set(SystemFields.ID, Schemas.text("uuid"));
        }
        if (entity.lineOf() && !creation) {
            properties.putObject("_delete").put("type", "boolean");
        }
        return schema;
    }

    private ObjectNode writeValue(Field field, boolean creation) {
        ObjectNode value = switch (field.relation().orElse(null)) {
            case Relation.Link link -> key();
            case Relation.Links links -> Schemas.list(key());
            case Relation.Lines lines ->
                Schemas.list(Schemas.reference(creation ? create(lines.target()) : change(lines.target())));
            case Relation.Inverse inverse -> Schemas.list(key());
            case null -> plain(field);
        };
        return field.required() ? value : Schemas.nullable(value);
    }

    /** A link is written as an id, or as an object that names a unique key. */
    private static ObjectNode key() {
        return Schemas.anyOf(Schemas.text("uuid"), Schemas.reference(SharedComponents.KEY));
    }
}
