package io.armature.engine.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Turns the JSON of a request into changes. Everything wrong in it is told at once. */
public final class ChangeReader {

    private static final String DELETE = "_delete";

    /** Stands for an id that could not be read; the request is refused anyway. */
    private static final UUID NOBODY = new UUID(0, 0);

    private final Problems problems = new Problems();
    private final Model model;
    private final ContentReader contents;

    /** @param privileged whether read-only fields may be written: seed data, imports by the engine itself */
    public ChangeReader(Model model, boolean privileged) {
        this.model = model;
        contents = new ContentReader(model, problems, privileged, this::line);
    }

    /** A record to make. */
    public Change.Create create(Entity entity, JsonNode json, String path) {
        ObjectNode object = object(json, path);
        Optional<UUID> basis = basis(entity, object, path);
        Content content = contents.read(entity, object, path, Mode.CREATE);
        if (json.isObject() && problems.hasErrors() && basis.isEmpty() && !entity.lineOf()) {
            problems.addAll(MissingFields.of(entity, object, path));
        }
        return new Change.Create(entity, path, basis, content);
    }

    /** Other values for the record {@code id}. */
    public Change.Update update(Entity entity, UUID id, JsonNode json, String path, boolean whole) {
        ObjectNode object = object(json, path);
        if (object.has(SystemFields.ID) && !id(object, path).equals(Optional.of(id))) {
            problems.add(readOnly(path, SystemFields.ID, "immutable"));
        }
        return new Change.Update(
                entity,
                path,
                id,
                version(object, path),
                whole,
                contents.read(entity, object, path, whole ? Mode.PUT : Mode.PATCH));
    }

    /** Other values for the record whose id stands among them. */
    public Change.Update identified(Entity entity, JsonNode json, String path) {
        return identified(entity, json, path, false);
    }

    /** The end of the record that is named by its id, alone or in an object that may also say its version. */
    public Change.Delete delete(Entity entity, JsonNode json, String path) {
        if (json.isTextual()) {
            return new Change.Delete(entity, path, uuid(json.textValue(), path).orElse(NOBODY), Optional.empty());
        }
        ObjectNode object = object(json, path);
        return new Change.Delete(entity, path, required(object, path), version(object, path));
    }

    /** Values for some fields of a record, all of a many-to-many field. */
    Content content(Entity entity, ObjectNode json, String path) {
        return contents.read(entity, json, path, Mode.PUT);
    }

    /** A transition of the record whose id stands there: {@code {"id": …, "name": "approve", "comment": …}}. */
    public Change transition(Entity entity, JsonNode json, String path) {
        ObjectNode object = object(json, path);
        UUID id = required(object, path);
        String name = object.path("name").asText("");
        if (name.isEmpty()) {
            problems.add(Problem.inValue(ProblemCode.REQUIRED, Paths.field(path, "name"), "name"));
        }
        object.remove(List.of(SystemFields.ID, "name"));
        TransitionReader reader = new TransitionReader(model);
        try {
            return reader.read(entity, id, name, object, Optional.empty()).at(path);
        } catch (ProblemException wrong) {
            wrong.problems()
                    .forEach(
                            problem -> problems.add(problem.at(problem.position(), Paths.field(path, problem.path()))));
            return new Change.Transition(
                    entity, path, id, Optional.empty(), name, Optional.empty(), Content.EMPTY, Decision.APPROVE);
        }
    }

    /** What was wrong so far. */
    public List<Problem> problems() {
        return problems.sorted();
    }

    /** Stops here when anything was wrong so far. */
    public void finish() {
        if (problems.hasErrors()) {
            throw new ProblemException(problems.sorted());
        }
    }

    private Change line(Entity entity, JsonNode json, String path, Mode mode) {
        ObjectNode object = object(json, path);
        if (!object.has(SystemFields.ID)
                || mode == Mode.CREATE && entity.lineage().size() > 1) {
            return create(entity, object, path);
        }
        if (mode == Mode.CREATE) {
            problems.add(readOnly(path, SystemFields.ID, "new"));
        }
        boolean remove = object.path(DELETE).asBoolean(false);
        object.remove(DELETE);
        return remove ? delete(entity, object, path) : identified(entity, object, path, mode == Mode.PUT);
    }

    private Change.Update identified(Entity entity, JsonNode json, String path, boolean whole) {
        return update(entity, required(object(json, path), path), json, path, whole);
    }

    private Optional<UUID> basis(Entity entity, ObjectNode object, String path) {
        if (!object.has(SystemFields.ID)) {
            return Optional.empty();
        }
        if (entity.lineage().size() == 1) {
            problems.add(readOnly(path, SystemFields.ID, "new"));
            return Optional.empty();
        }
        return id(object, path);
    }

    private UUID required(ObjectNode object, String path) {
        if (!object.has(SystemFields.ID)) {
            problems.add(Problem.inValue(ProblemCode.REQUIRED, Paths.field(path, SystemFields.ID), SystemFields.ID));
            return NOBODY;
        }
        return id(object, path).orElse(NOBODY);
    }

    private Optional<UUID> id(ObjectNode object, String path) {
        return uuid(object.path(SystemFields.ID).asText(), Paths.field(path, SystemFields.ID));
    }

    private Optional<UUID> uuid(String text, String path) {
        Optional<UUID> id = Uuids.parse(text);
        if (id.isEmpty()) {
            problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, path, "an id", Uuids.EXAMPLE));
        }
        return id;
    }

    private Optional<Long> version(ObjectNode object, String path) {
        JsonNode version = object.path(SystemFields.VERSION);
        if (version.isMissingNode()) {
            return Optional.empty();
        }
        if (!version.canConvertToExactIntegral() || !version.canConvertToLong()) {
            problems.add(Problem.inValue(
                    ProblemCode.INVALID_VALUE, Paths.field(path, SystemFields.VERSION), "a version", "3"));
            return Optional.empty();
        }
        return Optional.of(version.longValue());
    }

    private ObjectNode object(JsonNode json, String path) {
        if (json instanceof ObjectNode object) {
            return object;
        }
        problems.add(Problem.inValue(ProblemCode.INVALID_VALUE, path, "an object", "{…}"));
        return JsonNodeFactory.instance.objectNode();
    }

    private static Problem readOnly(String path, String field, String why) {
        return Problem.inValue(ProblemCode.READ_ONLY, Paths.field(path, field), field, why);
    }
}
