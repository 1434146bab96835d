package io.armature.engine.pack.seed;

import io.armature.metadata.definition.DataDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts files of data into an order in which every link finds what it leads to. */
final class SeedOrder {

    private final Model model;
    private final Map<DataDefinition, Set<String>> needs = new LinkedHashMap<>();

    private SeedOrder(Model model, Collection<DataDefinition> files) {
        this.model = model;
        files.forEach(file -> needs.put(file, needs(file)));
    }

    /** Files of the same pack keep their order where nothing decides; so do those that need each other in a circle. */
    static List<DataDefinition> of(Model model, Collection<DataDefinition> files) {
        return new SeedOrder(model, files).sorted();
    }

    private List<DataDefinition> sorted() {
        List<DataDefinition> waiting = new ArrayList<>(needs.keySet());
        List<DataDefinition> sorted = new ArrayList<>();
        while (!waiting.isEmpty()) {
            DataDefinition next = waiting.stream()
                    .filter(file -> isReady(file, waiting))
                    .findFirst()
                    .orElseGet(waiting::getFirst);
            waiting.remove(next);
            sorted.add(next);
        }
        return sorted;
    }

    private boolean isReady(DataDefinition file, List<DataDefinition> waiting) {
        return waiting.stream()
                .noneMatch(other -> other != file && leadsTo(needs.getOrDefault(file, Set.of()), other.entity()));
    }

    /** A link to a party can lead to a customer, which shares its record. */
    private boolean leadsTo(Set<String> targets, String entity) {
        return model.entity(entity).stream()
                .flatMap(found -> found.lineage().stream())
                .anyMatch(targets::contains);
    }

    private Set<String> needs(DataDefinition file) {
        Set<String> used = file.rows().stream()
                .flatMap(row -> row.values().keySet().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return model.entity(file.entity()).stream()
                .flatMap(entity -> used.stream().flatMap(name -> targets(file, entity, name)))
                .collect(Collectors.toSet());
    }

    private Stream<String> targets(DataDefinition file, Entity entity, String name) {
        return entity.field(name).stream()
                .flatMap(field -> field.type().name().equals("linkAny")
                        ? SeedReader.entitiesOf(file, name)
                        : field.relation().map(Relation::target).stream());
    }

    /** The fields by which records may link to others of their kind. */
    static List<String> linksToItself(Entity entity) {
        return entity.fields().values().stream()
                .filter(field -> leadsBack(entity, field))
                .map(Field::name)
                .toList();
    }

    private static boolean leadsBack(Entity entity, Field field) {
        return field.type().name().equals("linkAny")
                || field.relation()
                        .filter(relation -> !(relation instanceof Relation.Lines)
                                && entity.lineage().contains(relation.target()))
                        .isPresent();
    }
}
