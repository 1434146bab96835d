package io.armature.engine.schema.blueprint;

import io.armature.engine.schema.blueprint.WantedColumn.Need;
import io.armature.engine.schema.catalogue.Digests;
import io.armature.engine.schema.catalogue.ForeignKeyShape;
import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.PhysicalNames;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.Relation.OnDelete;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ColumnType;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Draws columns and the foreign keys on them. */
final class ColumnMaker {

    private static final String UUID = ColumnType.UUID.sql();
    private static final String TIMESTAMP = ColumnType.TIMESTAMP.sql();

    private final Model model;
    private final Set<String> existing;

    /** @param existing names of the tables that are there */
    ColumnMaker(Model model, Set<String> existing) {
        this.model = model;
        this.existing = existing;
    }

    /** All columns of the entity's own table; those of fixed length and never null first, as PostgreSQL likes it. */
    SequencedMap<String, WantedColumn> columns(Entity entity) {
        SequencedMap<String, WantedColumn> columns = new LinkedHashMap<>();
        systemColumns(entity).forEach(column -> columns.put(column.name(), column));
        for (Field field : entity.ownFields()) {
            if (!field.system()) {
                columns(entity, field).forEach(column -> columns.put(column.name(), column));
            }
        }
        return columns;
    }

    private static List<WantedColumn> systemColumns(Entity entity) {
        List<WantedColumn> columns = new ArrayList<>();
        columns.add(WantedColumn.system(SystemFields.ID, UUID, Need.ALWAYS, ""));
        if (entity.root().equals(entity.fullName())) {
            columns.add(WantedColumn.system(SystemFields.VERSION, ColumnType.BIGINT.sql(), Need.ALWAYS, "1"));
            columns.add(WantedColumn.system(SystemFields.CREATED_AT, TIMESTAMP, Need.ALWAYS, "now()"));
            columns.add(WantedColumn.system(SystemFields.UPDATED_AT, TIMESTAMP, Need.ALWAYS, "now()"));
            columns.add(WantedColumn.system(SystemFields.CREATED_BY, UUID, Need.OPTIONAL, ""));
            columns.add(WantedColumn.system(SystemFields.UPDATED_BY, UUID, Need.OPTIONAL, ""));
            columns.add(WantedColumn.system(SystemFields.OWNER, UUID, Need.OPTIONAL, ""));
            columns.add(WantedColumn.system(SystemFields.EXTERNAL_ID, ColumnType.TEXT.sql(), Need.OPTIONAL, ""));
        }
        if (entity.features().softDelete()) {
            columns.add(WantedColumn.system(SystemFields.DELETED_AT, TIMESTAMP, Need.OPTIONAL, ""));
        }
        if (entity.lineOf()) {
            columns.add(WantedColumn.system(SystemFields.POSITION, "integer", Need.OPTIONAL, ""));
        }
        return columns;
    }

    private List<WantedColumn> columns(Entity entity, Field field) {
        return field.columns().stream()
                .map(column -> column(entity, field, column))
                .toList();
    }

    private WantedColumn column(Entity entity, Field field, Field.Column column) {
        String suffix = column.name().startsWith(field.name())
                ? column.name().substring(field.name().length())
                : "";
        List<String> formerNames = field.definition().texts("renamedFrom").stream()
                .map(name -> name + suffix)
                .toList();
        boolean main = suffix.isEmpty();
        boolean required = field.required() && !field.computed() && entity.shape() != Shape.SINGLE;
        return new WantedColumn(
                column.name(),
                field.name(),
                column.type().sql(),
                required && !suffix.equals(FieldColumns.TRANSLATIONS) ? Need.WHEN_FILLED : Need.OPTIONAL,
                "",
                main ? fill(field, column.type().sql()) : "",
                main ? target(field).orElse("") : "",
                formerNames,
                main ? formula(field) : "");
    }

    /** A constant default also goes to the rows that are there already, but not where each value occurs once. */
    private static String fill(Field field, String type) {
        boolean plain = switch (field.valueType()) {
            case ValueType.Scalar _, ValueType.ListOf _ -> true;
            case ValueType.Reference _, ValueType.AnyReference _, ValueType.Rows _ -> false;
        };
        if (!plain || field.unique() || field.computed()) {
            return "";
        }
        return field.rules()
                .defaultValue()
                .flatMap(expression -> constant(expression.tree()))
                .map(value -> SqlLiteral.of(value, type))
                .orElse("");
    }

    private static Optional<Object> constant(Ir tree) {
        return switch (tree) {
            case Ir.Literal literal -> Optional.of(literal.value());
            case Ir.Items items -> {
                List<Object> values = items.items().stream()
                        .flatMap(item -> constant(item).stream())
                        .toList();
                yield values.size() == items.items().size() ? Optional.of(values) : Optional.empty();
            }
            case Ir.Nothing _, Ir.Path _, Ir.Context _, Ir.Call _, Ir.Choice _, Ir.Aggregate _ -> Optional.empty();
        };
    }

    private static String formula(Field field) {
        return field.stored()
                ? field.rules()
                        .formula()
                        .map(Expression::text)
                        .map(Digests::brief)
                        .orElse("")
                : "";
    }

    /** The table that a link's foreign key leads to; none where the other side has no table. */
    private Optional<String> target(Field field) {
        return field.relation().orElse(null) instanceof Relation.Link link
                ? targetTable(link.target())
                : Optional.empty();
    }

    private Optional<String> targetTable(String entity) {
        return model.entity(entity)
                .filter(Entity::stored)
                .filter(target -> target.managed() || existing.contains(target.table()))
                .map(Entity::table);
    }

    /** The foreign key of a link. Who wrote a record is not held by one: that would cost every write three checks. */
    Optional<WantedForeignKey> foreignKey(Entity entity, Field field) {
        if (field.system() || !(field.relation().orElse(null) instanceof Relation.Link link)) {
            return Optional.empty();
        }
        return target(field).map(target -> key(entity.table(), field.column().name(), target, link.onDelete()));
    }

    /** What ties a record's row to the rest of the record in the parent's table. */
    WantedForeignKey parentKey(Entity entity, String parent) {
        return key(entity.table(), SystemFields.ID, parent, OnDelete.CASCADE);
    }

    SequencedMap<String, WantedColumn> junctionColumns(Entity entity, Relation.Links links) {
        SequencedMap<String, WantedColumn> columns = new LinkedHashMap<>();
        String far = targetTable(links.target()).orElse("");
        columns.put(Relation.Links.SOURCE, end(Relation.Links.SOURCE, entity.table()));
        columns.put(Relation.Links.TARGET, end(Relation.Links.TARGET, far));
        columns.put(Relation.Links.POSITION, WantedColumn.system(Relation.Links.POSITION, "integer", Need.ALWAYS, "0"));
        return columns;
    }

    private static WantedColumn end(String name, String target) {
        return new WantedColumn(name, name, UUID, Need.ALWAYS, "", "", target, List.of(), "");
    }

    List<WantedForeignKey> junctionKeys(Entity entity, Relation.Links links) {
        List<WantedForeignKey> keys = new ArrayList<>();
        keys.add(key(links.table(), Relation.Links.SOURCE, entity.table(), OnDelete.CASCADE));
        targetTable(links.target())
                .ifPresent(target -> keys.add(key(links.table(), Relation.Links.TARGET, target, OnDelete.CASCADE)));
        return keys;
    }

    private static WantedForeignKey key(String table, String column, String target, OnDelete onDelete) {
        return new WantedForeignKey(
                PhysicalNames.foreignKey(table, column), new ForeignKeyShape(column, target, onDelete));
    }
}
