package io.armature.engine.schema.blueprint;

import io.armature.metadata.definition.EntityDefinition.Shape;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.EntityName;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.PhysicalNames;
import io.armature.metadata.model.Relation;
import io.armature.metadata.type.ColumnType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws the {@link Blueprint} of a model. */
public final class BlueprintMaker {

    private final Model model;
    private final ColumnMaker columns;
    private final IndexMaker indexes;
    private final CheckMaker checks;

    /**
     * @param trigrams whether PostgreSQL can index pieces of text
     * @param existing names of the tables that are there; the engine's own are only linked to when they are
     */
    public BlueprintMaker(Model model, boolean trigrams, Set<String> existing) {
        this.model = model;
        this.columns = new ColumnMaker(model, existing);
        this.indexes = new IndexMaker(trigrams ? searched(model) : Map.of(), lineLinks(model));
        this.checks = new CheckMaker(new RowRules(model));
    }

    public Blueprint make() {
        SequencedMap<String, WantedTable> tables = new LinkedHashMap<>();
        for (Entity entity : model.entities().values()) {
            if (entity.stored() && entity.managed()) {
                tables.put(entity.table(), table(entity));
            }
            if (entity.stored()) {
                junctions(entity).forEach(junction -> tables.put(junction.name(), junction));
            }
        }
        Set<String> references = model.entities().values().stream()
                .filter(entity -> entity.stored() && !entity.managed())
                .map(Entity::table)
                .collect(Collectors.toSet());
        return new Blueprint(tables, references);
    }

    private WantedTable table(Entity entity) {
        List<String> ancestors = entity.lineage().subList(0, entity.lineage().size() - 1).stream()
                .map(level -> model.require(level).table())
                .toList();
        List<WantedForeignKey> foreignKeys = new ArrayList<>();
        if (!ancestors.isEmpty()) {
            foreignKeys.add(columns.parentKey(entity, ancestors.getLast()));
        }
        entity.ownFields().forEach(field -> columns.foreignKey(entity, field).ifPresent(foreignKeys::add));
        return new WantedTable(
                entity.table(),
                entity.fullName(),
                "",
                columns.columns(entity),
                List.of("id"),
                indexes.indexes(entity),
                foreignKeys,
                checks.checks(entity),
                ancestors,
                formerTables(entity),
                entity.shape() == Shape.SINGLE);
    }

    /** Those of the engine's own entities only where a pack gave them the field. */
    private List<WantedTable> junctions(Entity entity) {
        return entity.ownFields().stream()
                .filter(field -> entity.managed()
                        || !field.origin().pack().equals(entity.name().pack()))
                .filter(field -> field.relation().orElse(null) instanceof Relation.Links)
                .map(field -> junction(entity, field))
                .toList();
    }

    private WantedTable junction(Entity entity, Field field) {
        Relation.Links links = (Relation.Links) field.relation().orElseThrow();
        return new WantedTable(
                links.table(),
                entity.fullName(),
                field.name(),
                columns.junctionColumns(entity, links),
                List.of(Relation.Links.SOURCE, Relation.Links.TARGET),
                List.of(IndexMaker.plain(links.table(), List.of(Relation.Links.TARGET))),
                columns.junctionKeys(entity, links),
                List.of(),
                List.of(),
                formerJunctions(entity, field),
                false);
    }

    private static List<String> formerTables(Entity entity) {
        return entity.renamedFrom().stream()
                .map(old -> old.contains(".")
                        ? EntityName.parse(old)
                        : new EntityName(entity.name().pack(), old))
                .map(PhysicalNames::table)
                .toList();
    }

    /** What the table may be called now when the entity, the field or both had another name. */
    private static List<String> formerJunctions(Entity entity, Field field) {
        List<String> tables = new ArrayList<>(formerTables(entity));
        tables.add(entity.table());
        List<String> fields = new ArrayList<>(field.definition().texts("renamedFrom"));
        fields.add(field.name());
        List<String> names = new ArrayList<>();
        for (String table : tables) {
            for (String name : fields) {
                names.add(PhysicalNames.junction(table, name));
            }
        }
        names.removeLast();
        return names;
    }

    /** The columns of each level in which some entity is searched. */
    private static Map<String, SequencedSet<String>> searched(Model model) {
        Map<String, SequencedSet<String>> columns = new LinkedHashMap<>();
        for (Entity entity : model.entities().values()) {
            for (String name : isSearched(entity) ? entity.search().keySet() : Set.<String>of()) {
                entity.field(name)
                        .ifPresent(field -> FieldColumns.single(field)
                                .filter(column -> column.type().equals(ColumnType.TEXT))
                                .ifPresent(
                                        column -> columns.computeIfAbsent(field.level(), level -> new LinkedHashSet<>())
                                                .add(column.name())));
            }
        }
        return columns;
    }

    /** Lines are reached through their parents: an index on nothing but their label would cost every write for nothing. */
    private static boolean isSearched(Entity entity) {
        return !entity.lineOf() || !entity.search().keySet().equals(Set.of(entity.label()));
    }

    /** The links, by level, that hold lines to their parents. */
    private static Map<String, Set<String>> lineLinks(Model model) {
        Map<String, Set<String>> links = new LinkedHashMap<>();
        for (Entity entity : model.entities().values()) {
            for (Field field : entity.fields().values()) {
                if (field.relation().orElse(null) instanceof Relation.Lines lines) {
                    model.entity(lines.target())
                            .flatMap(child -> child.field(lines.by()))
                            .ifPresent(by -> links.computeIfAbsent(by.level(), level -> new LinkedHashSet<>())
                                    .add(by.name()));
                }
            }
        }
        return links;
    }
}
