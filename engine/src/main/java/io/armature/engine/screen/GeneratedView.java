package io.armature.engine.screen;

import io.armature.metadata.definition.Node.MapNode;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.ViewDefinition;
import io.armature.metadata.definition.ViewItem;
import io.armature.metadata.definition.ViewKind;
import io.armature.metadata.definition.ViewTab;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.LabelOrder;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A view that nobody wrote, from the entity alone; none where the entity has not the fields that the kind needs. */
final class GeneratedView {

    /** More columns than this do not fit on a screen. */
    private static final int COLUMNS = 8;

    private static final int CARD = 4;

    private final Model model;
    private final Texts texts;

    GeneratedView(Model model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    Optional<ViewDefinition> of(Entity entity, ViewKind kind) {
        return switch (kind) {
            case FORM -> Optional.of(view(entity, kind, new GeneratedForm(texts).of(entity), List.of(), Uses.none()));
            case LIST -> Optional.of(flat(entity, kind, COLUMNS, Uses.none()));
            case TREE ->
                entity.features().tree()
                        ? Optional.of(flat(entity, kind, COLUMNS, Uses.of("parent", "parent")))
                        : Optional.empty();
            case KANBAN ->
                first(entity, field -> field.type().name().equals("choice"))
                        .map(field -> flat(entity, kind, CARD, Uses.of("column", field)));
            case CALENDAR ->
                first(entity, GeneratedView::isDate)
                        .map(start -> flat(entity, kind, CARD, Uses.of("start", start, "label", entity.label())));
            case GANTT -> gantt(entity);
            case MAP ->
                entity.fields().values().stream()
                        .filter(field -> field.type().name().equals("geo"))
                        .map(Field::name)
                        .findFirst()
                        .map(field -> flat(entity, kind, CARD, Uses.of("location", field, "label", entity.label())));
            case GALLERY ->
                entity.fields().values().stream()
                        .filter(field -> field.type().name().equals("image"))
                        .map(Field::name)
                        .findFirst()
                        .map(field -> flat(entity, kind, CARD, Uses.of("image", field, "label", entity.label())));
            case PIVOT -> few(entity).map(field -> flat(entity, kind, CARD, Uses.of("rows", field)));
            case CHART -> few(entity).map(field -> flat(entity, kind, CARD, Uses.of("dimensions", field)));
        };
    }

    /** What groups records best: options first, for they are few. */
    private static Optional<String> few(Entity entity) {
        return first(entity, field -> field.type().name().equals("choice"))
                .or(() -> first(entity, GeneratedView::groups));
    }

    private Optional<ViewDefinition> gantt(Entity entity) {
        List<String> dates = own(entity)
                .filter(GeneratedView::isDate)
                .map(Field::name)
                .limit(2)
                .toList();
        return dates.size() < 2
                ? Optional.empty()
                : Optional.of(flat(
                        entity,
                        ViewKind.GANTT,
                        CARD,
                        Uses.of("start", dates.getFirst(), "end", dates.getLast(), "label", entity.label())));
    }

    private ViewDefinition flat(Entity entity, ViewKind kind, int count, SequencedMap<String, List<String>> uses) {
        return view(entity, kind, List.of(), columns(entity, count), uses);
    }

    private ViewDefinition view(
            Entity entity,
            ViewKind kind,
            List<ViewTab> tabs,
            List<ViewItem> items,
            SequencedMap<String, List<String>> uses) {
        return new ViewDefinition(
                kind.word(),
                Origin.ENGINE,
                kind,
                entity.fullName(),
                Optional.empty(),
                Optional.empty(),
                tabs,
                items,
                uses,
                new LinkedHashMap<>(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                sort(entity),
                Optional.empty(),
                List.of(),
                MapNode.of(new LinkedHashMap<>()));
    }

    /** What the definition wants in lists; else the label, the key, and what comes first and is short. */
    private static List<ViewItem> columns(Entity entity, int count) {
        SequencedSet<String> names = new LinkedHashSet<>();
        own(entity)
                .filter(field -> field.definition().flag("inList"))
                .map(Field::name)
                .forEach(names::add);
        if (names.isEmpty()) {
            entity.field(entity.label())
                    .filter(field -> !field.system())
                    .map(Field::name)
                    .ifPresent(names::add);
            names.addAll(entity.key());
            own(entity).filter(Field::required).map(Field::name).forEach(names::add);
            own(entity).map(Field::name).forEach(names::add);
        }
        if (names.isEmpty()) {
            names.addAll(List.of(SystemFields.ID, SystemFields.CREATED_AT));
        }
        return names.stream().limit(count).map(GeneratedForm::item).toList();
    }

    /** By what records are called where that begins at once however many there are; else the newest first. */
    private List<String> sort(Entity entity) {
        return LabelOrder.holds(entity, model) ? List.of(entity.label()) : List.of("-" + SystemFields.CREATED_AT);
    }

    private static Optional<String> first(Entity entity, Predicate<Field> wanted) {
        return own(entity).filter(wanted).map(Field::name).findFirst();
    }

    /** The fields that fit into a cell. */
    private static Stream<Field> own(Entity entity) {
        return entity.fields().values().stream()
                .filter(field -> !field.system()
                        && !field.definition().flag("hidden")
                        && !GeneratedForm.isLines(field)
                        && !GeneratedForm.isLong(field)
                        && !Fields.isSecret(field));
    }

    private static boolean isDate(Field field) {
        return field.valueType() == Scalar.DATE || field.valueType() == Scalar.DATE_TIME;
    }

    private static boolean groups(Field field) {
        return List.of("choice", "link", "user", "boolean")
                .contains(field.type().name());
    }

    /** Which field a view puts to which use. */
    private static final class Uses {

        private Uses() {}

        static SequencedMap<String, List<String>> none() {
            return new LinkedHashMap<>();
        }

        static SequencedMap<String, List<String>> of(String... useAndField) {
            SequencedMap<String, List<String>> uses = new LinkedHashMap<>();
            List<String> pairs = new ArrayList<>(List.of(useAndField));
            for (int i = 0; i < pairs.size(); i += 2) {
                uses.put(pairs.get(i), List.of(pairs.get(i + 1)));
            }
            return uses;
        }
    }
}
