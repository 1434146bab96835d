package io.armature.engine.schema.blueprint;

import io.armature.engine.schema.catalogue.IndexShape;
import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.model.Constraint;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.LabelOrder;
import io.armature.metadata.model.PhysicalNames;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/** Draws the indexes of tables: for uniqueness, links, search, declared ones, and the order of lists. */
final class IndexMaker {

    private static final String BTREE = "btree";
    private static final String TRIGRAMS = "gin";
    private static final String ALIVE = "(deleted_at IS NULL)";
    private static final String NAMED = "(external_id IS NOT NULL)";
    private static final String NAMED_ALIVE = "((external_id IS NOT NULL) AND (deleted_at IS NULL))";

    private final Map<String, SequencedSet<String>> searched;
    private final Map<String, Set<String>> lineLinks;

    /**
     * @param searched searched columns by level
     * @param lineLinks links that hold lines to their parents, by level
     */
    IndexMaker(Map<String, SequencedSet<String>> searched, Map<String, Set<String>> lineLinks) {
        this.searched = searched;
        this.lineLinks = lineLinks;
    }

    static WantedIndex plain(String table, List<String> keys) {
        return new WantedIndex(PhysicalNames.index(table, keys), new IndexShape(false, BTREE, keys, ""));
    }

    List<WantedIndex> indexes(Entity entity) {
        SequencedMap<List<String>, WantedIndex> unique = new LinkedHashMap<>();
        uniques(entity).forEach(columns -> unique.putIfAbsent(columns, unique(entity, columns)));
        List<WantedIndex> indexes = new ArrayList<>(unique.values());
        if (entity.root().equals(entity.fullName())) {
            indexes.add(externalId(entity));
        }
        if (entity.shape() == Shape.SINGLE) {
            indexes.add(new WantedIndex(
                    PhysicalNames.singleIndex(entity.table()), new IndexShape(true, BTREE, List.of("(true)"), "")));
        }
        withoutPrefixes(plain(entity)).forEach(keys -> indexes.add(plain(entity.table(), keys)));
        LabelOrder.indexed(entity)
                .flatMap(FieldColumns::single)
                .ifPresent(label -> indexes.add(labels(entity, label.name())));
        SequencedSet<String> columns = searched.get(entity.fullName());
        if (columns != null) {
            List<String> texts = List.copyOf(columns);
            indexes.add(new WantedIndex(
                    PhysicalNames.searchIndex(entity.table()), new IndexShape(false, TRIGRAMS, texts, "")));
            indexes.add(new WantedIndex(
                    PhysicalNames.accentIndex(entity.table()),
                    new IndexShape(false, TRIGRAMS, texts, IndexShape.ACCENTED)));
        }
        return indexes;
    }

    private static WantedIndex unique(Entity entity, List<String> columns) {
        String condition = entity.features().softDelete() ? ALIVE : "";
        return new WantedIndex(
                PhysicalNames.uniqueIndex(entity.table(), columns), new IndexShape(true, BTREE, columns, condition));
    }

    /** Lists show what is not deleted; only the root's table knows that of the whole record. */
    private static WantedIndex labels(Entity entity, String label) {
        boolean alive = entity.features().softDelete() && entity.root().equals(entity.fullName());
        List<String> keys = List.of(label, SystemFields.ID);
        return new WantedIndex(
                PhysicalNames.index(entity.table(), keys), new IndexShape(false, BTREE, keys, alive ? ALIVE : ""));
    }

    private static WantedIndex externalId(Entity entity) {
        List<String> columns = List.of(SystemFields.EXTERNAL_ID);
        String condition = entity.features().softDelete() ? NAMED_ALIVE : NAMED;
        return new WantedIndex(
                PhysicalNames.uniqueIndex(entity.table(), columns), new IndexShape(true, BTREE, columns, condition));
    }

    /** Columns that together occur once; a rule that reaches into a parent's table has no index. */
    private static List<List<String>> uniques(Entity entity) {
        Stream<List<String>> fields = entity.ownFields().stream()
                .filter(field -> field.unique() && !field.system())
                .map(field -> List.of(field.name()));
        Stream<List<String>> rules = entity.constraints().stream()
                .filter(rule -> rule.level().equals(entity.fullName()))
                .flatMap(
                        rule -> rule instanceof Constraint.Unique unique ? Stream.of(unique.fields()) : Stream.empty());
        Stream<List<String>> key = Stream.of(entity.key());
        return Stream.of(fields, rules, key)
                .flatMap(names -> names)
                .filter(names -> !names.isEmpty())
                .flatMap(names -> columns(entity, names).stream())
                .toList();
    }

    private static Optional<List<String>> columns(Entity entity, List<String> fields) {
        List<String> columns = new ArrayList<>();
        for (String name : fields) {
            Optional<Field> field =
                    entity.field(name).filter(found -> found.level().equals(entity.fullName()));
            if (field.isEmpty() || field.get().columns().isEmpty()) {
                return Optional.empty();
            }
            FieldColumns.value(field.get()).forEach(column -> columns.add(column.name()));
        }
        return Optional.of(columns);
    }

    private SequencedSet<List<String>> plain(Entity entity) {
        SequencedSet<List<String>> all = new LinkedHashSet<>();
        boolean root = entity.root().equals(entity.fullName());
        if (root && !entity.lineOf() && entity.shape() != Shape.SINGLE) {
            all.add(List.of(SystemFields.CREATED_AT, SystemFields.ID));
            all.add(List.of(SystemFields.OWNER, SystemFields.ID));
        }
        for (Field field : entity.ownFields()) {
            if (!field.system()) {
                fieldIndex(entity, field).ifPresent(all::add);
            }
        }
        entity.indexes().forEach(fields -> declared(entity, fields).ifPresent(all::add));
        return all;
    }

    private Optional<List<String>> fieldIndex(Entity entity, Field field) {
        if (field.relation().orElse(null) instanceof Relation.Link) {
            boolean line = lineLinks.getOrDefault(entity.fullName(), Set.of()).contains(field.name());
            String column = field.column().name();
            return Optional.of(line && entity.lineOf() ? List.of(column, SystemFields.POSITION) : List.of(column));
        }
        if (field.valueType() instanceof ValueType.AnyReference) {
            return Optional.of(
                    field.columns().reversed().stream().map(Field.Column::name).toList());
        }
        return field.definition().flag("index")
                ? FieldColumns.single(field).map(column -> List.of(column.name()))
                : Optional.empty();
    }

    /** A declared index, as far as it stays within the table; {@code -name} sorts backwards. */
    private static Optional<List<String>> declared(Entity entity, List<String> fields) {
        List<String> keys = new ArrayList<>();
        for (String field : fields) {
            boolean descending = field.startsWith("-");
            Optional<List<String>> columns = columns(entity, List.of(descending ? field.substring(1) : field));
            if (columns.isEmpty()) {
                break;
            }
            columns.get().forEach(column -> keys.add(descending ? column + IndexShape.DESCENDING : column));
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    }

    /** Leaves out what a longer index does as well. */
    private static List<List<String>> withoutPrefixes(SequencedSet<List<String>> all) {
        return all.stream()
                .filter(keys -> all.stream()
                        .noneMatch(other -> other.size() > keys.size()
                                && other.subList(0, keys.size()).equals(keys)))
                .toList();
    }
}
