package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.script.ScriptRecord;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record of a write as the functions of packs see and change it. */
final class HookRecord implements ScriptRecord {

    /** Fields of every record that a function may set. */
    private static final Set<String> OPEN = Set.of(SystemFields.OWNER, SystemFields.EXTERNAL_ID);

    private final HookWrites writes;
    private final WriteSet set;
    private final RecordState record;
    private final boolean open;

    /** @param open whether the record can still be changed */
    HookRecord(HookWrites writes, WriteSet set, RecordState record, boolean open) {
        this.writes = writes;
        this.set = set;
        this.record = record;
        this.open = open;
    }

    RecordState state() {
        return record;
    }

    @Override
    public Entity entity() {
        return record.entity();
    }

    @Override
    public UUID id() {
        return record.id();
    }

    @Override
    public boolean isNew() {
        return record.action().isNew();
    }

    @Override
    public @Nullable Object value(Field field) {
        if (field.relation().orElse(null) instanceof Relation.Links links) {
            List<UUID> changed = record.linksAfter().get(field.name());
            return changed != null ? changed : targets(links);
        }
        if (field.computed() && !field.stored()) {
            return field.rules()
                    .formula()
                    .flatMap(formula -> set.rules().value(formula, record))
                    .orElse(null);
        }
        return record.after(field.name());
    }

    @Override
    public @Nullable Object before(Field field) {
        if (field.relation().orElse(null) instanceof Relation.Links links) {
            List<UUID> before = record.linksBefore().get(field.name());
            return before != null ? before : targets(links);
        }
        return record.before(field.name());
    }

    private List<UUID> targets(Relation.Links links) {
        return record.action().isNew() ? List.of() : LinkRows.targets(set, links, record.id());
    }

    @Override
    public List<HookRecord> lines(Field field) {
        writes.load(set, record, field);
        return record.remainingLines(field.name()).stream()
                .map(line -> new HookRecord(writes, set, line, open))
                .toList();
    }

    @Override
    public void set(Field field, JsonNode value) {
        requireOpen(field);
        if (field.computed() || field.system() && !OPEN.contains(field.name())) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.READ_ONLY,
                    field.name(),
                    field.name(),
                    field.computed() ? "computed" : "set by the engine"));
        }
        writes.assign(set, record, field, value);
    }

    @Override
    public HookRecord addLine(Field field, JsonNode values) {
        requireOpen(field);
        if (!(values instanceof ObjectNode object)) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, field.name(), "an object", "{…}"));
        }
        return new HookRecord(writes, set, writes.addLine(set, record, field, object), true);
    }

    @Override
    public void removeLine(Field field, ScriptRecord line) {
        requireOpen(field);
        if (line instanceof HookRecord known) {
            writes.removeLine(set, record, field, known.record);
        }
    }

    private void requireOpen(Field field) {
        if (!open || record.action() == Action.DELETE) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.READ_ONLY, field.name(), field.name(), "written already: change it in beforeSave"));
        }
    }
}
