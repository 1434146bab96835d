package io.armature.engine.write;

import io.armature.engine.write.RecordLoader.Lock;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.expression.Row;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Inverse;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Records as expressions see them during a write: those of the request as they will be, all others as they are stored,
 * read when first looked at. Not safe for several threads.
 */
final class Rows {

    private final WriteSet set;
    private final Map<String, Map<UUID, Optional<Stored>>> read = new HashMap<>();

    Rows(WriteSet set) {
        this.set = set;
    }

    Row of(RecordState record) {
        return new Written(record);
    }

    /** Reads other records in one statement before they are looked at one by one. */
    void prefetch(Entity entity, Collection<UUID> ids) {
        Map<UUID, Optional<Stored>> known = read.computeIfAbsent(entity.fullName(), any -> new HashMap<>());
        List<UUID> unknown = ids.stream()
                .filter(id -> !known.containsKey(id) && set.find(id).isEmpty())
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            Map<UUID, Stored> found = set.loader().byId(entity, unknown, Lock.NONE);
            unknown.forEach(id -> known.put(id, Optional.ofNullable(found.get(id))));
        }
    }

    private Optional<Row> row(Entity entity, UUID id) {
        Optional<RecordState> written = set.find(id);
        if (written.isPresent()) {
            return written.map(this::of);
        }
        prefetch(entity, List.of(id));
        return read.getOrDefault(entity.fullName(), Map.of())
                .getOrDefault(id, Optional.empty())
                .map(stored -> new Other(entity, stored));
    }

    private Optional<Row> follow(Entity entity, String name, Optional<Object> value) {
        return entity.field(name)
                .flatMap(Field::relation)
                .filter(Relation.Link.class::isInstance)
                .flatMap(relation -> value.flatMap(id -> row(set.model().require(relation.target()), (UUID) id)));
    }

    /** The records behind an inverse, a many-to-many field or lines that the request does not write. */
    private List<Row> stored(Entity entity, UUID id, String name) {
        Inverse inverse = entity.inverses().get(name);
        if (inverse != null) {
            return children(set.model().require(inverse.entity()), inverse.by(), id);
        }
        return switch (entity.field(name).flatMap(Field::relation).orElse(null)) {
            case Relation.Lines lines -> children(set.model().require(lines.target()), lines.by(), id);
            case Relation.Inverse other -> children(set.model().require(other.target()), other.by(), id);
            case Relation.Links links -> linked(set.model().require(links.target()), LinkRows.targets(set, links, id));
            case Relation.Link link -> List.of();
            case null -> List.of();
        };
    }

    private List<Row> linked(Entity entity, List<UUID> ids) {
        prefetch(entity, ids);
        List<Row> rows = new ArrayList<>();
        ids.forEach(id -> row(entity, id).ifPresent(rows::add));
        return rows;
    }

    private List<Row> children(Entity child, String by, UUID parent) {
        List<Row> rows = new ArrayList<>();
        for (Stored stored : set.loader().children(child, by, List.of(parent), Lock.NONE)) {
            if (set.find(stored.id()).isEmpty()) {
                rows.add(new Other(child, stored));
            }
        }
        for (RecordState record : set.all()) {
            if (record.action() != Action.DELETE
                    && record.entity().lineage().contains(child.fullName())
                    && parent.equals(record.after(by))) {
                rows.add(of(record));
            }
        }
        return rows;
    }

    /** A record of the request. */
    private final class Written implements Row {

        private final RecordState record;

        Written(RecordState record) {
            this.record = record;
        }

        @Override
        public Optional<Object> value(String name) {
            return Optional.ofNullable(record.after(name));
        }

        @Override
        public Optional<Row> link(String name) {
            return name.equals(SystemFields.ID) ? Optional.of(this) : follow(record.entity(), name, value(name));
        }

        @Override
        public List<Row> rows(String name) {
            Field field = record.entity().fields().get(name);
            if (field != null
                    && field.relation().orElse(null) instanceof Relation.Lines
                    && (record.lines().containsKey(name) || record.action() == Action.CREATE)) {
                return record.remainingLines(name).stream().map(Rows.this::of).toList();
            }
            List<UUID> links = record.linksAfter().get(name);
            if (links != null && field != null) {
                return linked(set.model().require(field.relation().orElseThrow().target()), links);
            }
            return record.action() == Action.CREATE
                            && record.entity().inverses().containsKey(name)
                    ? List.of()
                    : stored(record.entity(), record.id(), name);
        }
    }

    /** A record that the request does not write. */
    private final class Other implements Row {

        private final Entity entity;
        private final Stored stored;

        Other(Entity entity, Stored stored) {
            this.entity = entity;
            this.stored = stored;
        }

        @Override
        public Optional<Object> value(String name) {
            return name.equals(SystemFields.ID)
                    ? Optional.of(stored.id())
                    : Optional.ofNullable(stored.values().get(name));
        }

        @Override
        public Optional<Row> link(String name) {
            return follow(entity, name, value(name));
        }

        @Override
        public List<Row> rows(String name) {
            return Rows.this.stored(entity, Objects.requireNonNull(stored.id()), name);
        }
    }
}
