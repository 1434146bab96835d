package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Relation;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What functions of packs change of the records of a write. Their values are read like those of a request, so that they are
 * of their field's type; the caller's rights to single fields are not asked, for the pack decides here, not he.
 */
final class HookWrites {

    private static final Set<String> SEALED = Set.of("password", "secret");

    private final Uuids ids;
    private final AssignStep assign;
    private final List<WriteStep> complete;

    /** @param complete the steps that a new record goes through */
    HookWrites(Uuids ids, AssignStep assign, List<WriteStep> complete) {
        this.ids = ids;
        this.assign = assign;
        this.complete = List.copyOf(complete);
    }

    /** Reads the lines of a record when a function first looks at them. */
    void load(WriteSet set, RecordState record, Field field) {
        if (!record.lines().containsKey(field.name()) && !record.action().isNew()) {
            record.lines().put(field.name(), new ArrayList<>());
            new LineLoading(set, ids).untouched(record, field.name(), relation(field));
        }
    }

    void assign(WriteSet set, RecordState record, Field field, JsonNode value) {
        if (SEALED.contains(field.type().name())) {
            throw new ProblemException(Problem.inValue(ProblemCode.READ_ONLY, field.name(), field.name(), "a secret"));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set(field.name(), value);
        ChangeReader reader = new ChangeReader(set.model(), true);
        Content content = reader.content(record.entity(), json, record.path());
        reader.finish();
        Object before = record.after(field.name());
        KeyStep.resolve(set, content);
        assign.hooked(set, record, content);
        set.stopOnProblems();
        if (!Objects.equals(before, record.after(field.name()))
                || record.linksAfter().containsKey(field.name())) {
            moved(set, record);
        }
    }

    /** Formulas that functions look at next are those of the values they have set. */
    private static void moved(WriteSet set, RecordState record) {
        set.moved();
        for (Optional<RecordState> at = Optional.of(record);
                at.isPresent();
                at = at.get().parent()) {
            FormulaStep.compute(set, at.get());
        }
    }

    RecordState addLine(WriteSet set, RecordState parent, Field field, ObjectNode values) {
        load(set, parent, field);
        Entity child = set.model().require(relation(field).target());
        values.remove(relation(field).by());
        List<RecordState> lines = parent.lines().getOrDefault(field.name(), List.of());
        String path = Paths.item(Paths.field(parent.path(), field.name()), lines.size());
        ChangeReader reader = new ChangeReader(set.model(), true);
        Change change = reader.create(child, values, path);
        reader.finish();
        RecordState line = new RecordState(change, Action.CREATE, ids.next(set.now()), Optional.of(parent), Map.of());
        line.moveTo(lines.isEmpty() ? 1 : lines.getLast().position() + 1);
        parent.addLine(field.name(), line);
        set.index(line);
        KeyStep.resolve(set, List.of(change));
        set.during(List.of(line), () -> complete.forEach(step -> step.apply(set)));
        line.given().clear();
        set.stopOnProblems();
        moved(set, line);
        return line;
    }

    void removeLine(WriteSet set, RecordState parent, Field field, RecordState line) {
        List<RecordState> lines = parent.lines().getOrDefault(field.name(), List.of());
        int place = lines.indexOf(line);
        if (place < 0) {
            return;
        }
        if (line.action().isNew()) {
            lines.remove(place);
        } else {
            Change change = new Change.Delete(line.entity(), line.path(), line.id(), Optional.empty());
            RecordState leaving = new RecordState(change, Action.DELETE, line.id(), Optional.of(parent), line.stored());
            lines.set(place, leaving);
            set.index(leaving);
            new LineLoading(set, ids).load(List.of(leaving));
        }
        moved(set, parent);
    }

    private static Relation.Lines relation(Field field) {
        return (Relation.Lines) field.relation().orElseThrow();
    }
}
