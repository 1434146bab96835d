package io.armature.engine.write;

import io.armature.engine.workflow.DocumentWorkflow;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.write.RecordLoader.Lock;
import io.armature.engine.write.RecordLoader.Stored;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a new draft of a cancelled document: all that it holds, but for what names it (numbers, unique values), what the
 * engine keeps, and secrets, which nobody can read to copy them.
 */
final class Amendment {

    private static final Set<String> SEALED = Set.of("password", "secret");

    private final WriteSet set;

    Amendment(WriteSet set) {
        this.set = set;
    }

    Change.Create of(Entity entity, Stored stored) {
        Content content = content(entity, stored, "");
        SequencedMap<String, Given> values = new LinkedHashMap<>(content.values());
        values.put(DocumentWorkflow.AMENDED_FROM, new Given.Value(stored.id()));
        return new Change.Create(entity, "", Optional.empty(), new Content(values, content.lines(), content.links()));
    }

    private Content content(Entity entity, Stored stored, String owner) {
        SequencedMap<String, Given> values = new LinkedHashMap<>();
        SequencedMap<String, LinesChange> lines = new LinkedHashMap<>();
        SequencedMap<String, LinksChange> links = new LinkedHashMap<>();
        Set<String> states = states(entity);
        for (Field field : entity.fields().values()) {
            switch (field.relation().orElse(null)) {
                case Relation.Lines relation -> lines.put(field.name(), lines(relation, field, stored.id()));
                case Relation.Links relation -> links.put(field.name(), links(relation, stored.id()));
                case Relation.Inverse _ -> {}
                case Relation.Link _ -> value(entity, field, stored, owner, states, values);
                case null -> value(entity, field, stored, owner, states, values);
            }
        }
        return new Content(values, lines, links);
    }

    private static void value(
            Entity entity,
            Field field,
            Stored stored,
            String owner,
            Set<String> states,
            SequencedMap<String, Given> values) {
        String name = field.name();
        boolean number =
                entity.number().filter(counted -> counted.field().equals(name)).isPresent();
        boolean copied = !field.system()
                && !field.computed()
                && !field.unique()
                && !number
                && !name.equals(owner)
                && !states.contains(name)
                && !SEALED.contains(field.type().name());
        Object value = stored.values().get(name);
        if (copied && value != null) {
            values.put(name, new Given.Value(value));
        }
    }

    private Set<String> states(Entity entity) {
        Set<String> states = new java.util.HashSet<>(Set.of(DocumentWorkflow.AMENDED_FROM));
        set.plans().workflows().of(entity).stream().map(Workflow::holder).forEach(states::add);
        return states;
    }

    private LinesChange lines(Relation.Lines relation, Field field, UUID parent) {
        Entity child = set.model().require(relation.target());
        List<Change> changes = new ArrayList<>();
        for (Stored line : set.loader().children(child, relation.by(), List.of(parent), Lock.NONE)) {
            String path = Paths.item(field.name(), changes.size());
            changes.add(new Change.Create(child, path, Optional.empty(), content(child, line, relation.by())));
        }
        return new LinesChange(false, changes);
    }

    private LinksChange links(Relation.Links relation, UUID record) {
        List<Given> targets = new ArrayList<>();
        LinkRows.targets(set, relation, record).forEach(id -> targets.add(new Given.Value(id)));
        return new LinksChange(true, targets, List.of());
    }
}
