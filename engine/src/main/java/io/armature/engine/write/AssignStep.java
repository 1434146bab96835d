package io.armature.engine.write;

import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.InvalidValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;

/** Puts what the request says into the states: keys become ids, texts go to their language, secrets are made unreadable. */
final class AssignStep implements WriteStep {

    private final Seals seals;

    AssignStep(Seals seals) {
        this.seals = seals;
    }

    /** Values first, then what stands for a key: a key may be that of a record which this request makes. */
    @Override
    public void apply(WriteSet set) {
        List<RecordState> records = set.all();
        for (RecordState record : records) {
            if (record.change() instanceof Change.Update update && update.whole()) {
                empty(set, record, update.content());
            }
            if (record.action() == Action.RESTORE) {
                record.set(SystemFields.DELETED_AT, null);
            }
            content(record).ifPresent(content -> assign(set, record, content, false));
            linkToParent(set, record);
        }
        for (RecordState record : records) {
            content(record).ifPresent(content -> {
                assign(set, record, content, true);
                content.links().forEach((name, change) -> links(set, record, name, change));
            });
        }
    }

    /** Puts what a function of a pack says into a state: read-only fields too, and as if nobody had named them. */
    void hooked(WriteSet set, RecordState record, Content content) {
        content.values().forEach((name, given) -> {
            Field field = record.entity().field(name).orElseThrow();
            value(set, record, field, given, Paths.field(record.path(), name));
        });
        content.links().forEach((name, change) -> {
            links(set, record, name, change);
            record.given().remove(name);
        });
    }

    private static Optional<Content> content(RecordState record) {
        return switch (record.change()) {
            case Change.Create create -> Optional.of(create.content());
            case Change.Update update -> Optional.of(update.content());
            case Change.Transition step -> Optional.of(step.content());
            case Change.Delete delete -> Optional.empty();
            case Change.Restore restore -> Optional.empty();
        };
    }

    /** A whole representation leaves empty what it does not name, and what the caller may not set as it is. */
    private static void empty(WriteSet set, RecordState record, Content content) {
        for (Field field : record.entity().fields().values()) {
            boolean keeps = field.system()
                    || field.computed()
                    || field.readOnly()
                    || field.setOnce()
                    || field.columns().isEmpty()
                    || content.values().containsKey(field.name())
                    || !set.rights().maySet(record, field.name());
            if (!keeps) {
                field.columns().forEach(column -> record.set(column.name(), null));
                record.set(field.name(), null);
            }
        }
    }

    private static void linkToParent(WriteSet set, RecordState record) {
        record.parent()
                .ifPresent(parent -> set.plan(parent).lines().forEach((field, relation) -> {
                    if (parent.lines().getOrDefault(field, List.of()).contains(record)) {
                        record.set(relation.by(), parent.id());
                    }
                }));
    }

    private void assign(WriteSet set, RecordState record, Content content, boolean keys) {
        content.values().forEach((name, given) -> {
            if (given instanceof Given.Key != keys) {
                return;
            }
            Field field = record.entity().field(name).orElseThrow();
            String path = Paths.field(record.path(), name);
            record.given().add(name);
            value(set, record, field, given, path);
            refusal(set, record, field)
                    .ifPresent(why -> set.problems().add(Problem.inValue(ProblemCode.READ_ONLY, path, name, why)));
        });
    }

    private void value(WriteSet set, RecordState record, Field field, Given given, String path) {
        switch (given) {
            case Given.Nothing nothing -> record.set(field.name(), null);
            case Given.Value value -> put(set, record, field, value.value(), path);
            case Given.Key key -> resolve(set, key, path).ifPresent(id -> record.set(field.name(), id));
        }
    }

    private void put(WriteSet set, RecordState record, Field field, Object value, String path) {
        try {
            Object kept = seals.seal(set.context().tenant(), field, value);
            if (field.translated() && kept instanceof String text) {
                Translations.put(set, record, field, text);
            } else {
                record.set(field.name(), kept);
            }
        } catch (InvalidValue invalid) {
            set.problems()
                    .add(Problem.inValue(
                            invalid.code(), path, invalid.arguments().toArray(String[]::new)));
        }
    }

    private static Optional<String> refusal(WriteSet set, RecordState record, Field field) {
        boolean changed = !record.action().isNew() && record.changes(field.name());
        if (!changed || set.options().privileged()) {
            return Optional.empty();
        }
        if (field.readOnly()) {
            return Optional.of("read-only");
        }
        return field.setOnce() && record.before(field.name()) != null ? Optional.of("set once") : Optional.empty();
    }

    private static Optional<UUID> resolve(WriteSet set, Given.Key key, String path) {
        Optional<UUID> id = Optional.ofNullable(set.keys().get(key)).or(() -> amongNew(set, key));
        if (id.isEmpty()) {
            set.problems().add(Problem.inValue(ProblemCode.LINK_NOT_FOUND, path, key.entity(), key.toString()));
        }
        return id;
    }

    /** A record that the same request makes. */
    private static Optional<UUID> amongNew(WriteSet set, Given.Key key) {
        return set.addressed().stream()
                .filter(record -> record.entity().lineage().contains(key.entity())
                        && key.values().entrySet().stream()
                                .allMatch(part -> part.getValue().equals(record.after(part.getKey()))))
                .map(RecordState::id)
                .findFirst();
    }

    private static void links(WriteSet set, RecordState record, String name, LinksChange change) {
        Relation.Links relation = (Relation.Links)
                record.entity().field(name).orElseThrow().relation().orElseThrow();
        String path = Paths.field(record.path(), name);
        List<UUID> before = record.action().isNew() ? List.of() : LinkRows.targets(set, relation, record.id());
        SequencedSet<UUID> after = new LinkedHashSet<>(change.whole() ? unseen(set, relation, before) : before);
        after.addAll(ids(set, change.add(), path));
        ids(set, change.remove(), path).forEach(after::remove);
        record.given().add(name);
        record.linksBefore().put(name, before);
        record.linksAfter().put(name, List.copyOf(after));
    }

    /** Records that the caller does not see stay linked: he cannot have meant to leave them out. */
    private static List<UUID> unseen(WriteSet set, Relation.Links relation, List<UUID> before) {
        List<UUID> unseen = new ArrayList<>(before);
        unseen.removeAll(set.rights().linkable(relation.target(), before));
        return unseen;
    }

    private static List<UUID> ids(WriteSet set, List<Given> items, String path) {
        List<UUID> ids = new ArrayList<>();
        for (Given item : items) {
            switch (item) {
                case Given.Value value -> ids.add((UUID) value.value());
                case Given.Key key -> resolve(set, key, path).ifPresent(ids::add);
                case Given.Nothing nothing -> {}
            }
        }
        return ids;
    }
}
