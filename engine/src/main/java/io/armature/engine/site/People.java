package io.armature.engine.site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.audit.Audit;
import io.armature.engine.audit.AuditEntry;
import io.armature.engine.audit.TrailErasure;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.identity.CallerCache;
import io.armature.engine.site.PersonPlaces.Place;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.problem.Suggestion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What is known of a person, told to him or forgotten: every field marked {@code sensitivity: personal} in his record and
 * in those that link to it. Both are noted in the trail, without the values. For administrators.
 */
public final class People {

    private static final String USER = "sys.user";

    /** Forgets in a way of its own. */
    private static final String TRAIL = "sys.audit";

    private final Database database;
    private final TrailErasure trail;
    private final Audit audit;
    private final CallerCache callers;
    private final ObjectMapper json = new ObjectMapper();

    public People(Database database, TrailErasure trail, Audit audit, CallerCache callers) {
        this.database = database;
        this.trail = trail;
        this.audit = audit;
        this.callers = callers;
    }

    /**
     * Everything personal, {@code {"entity", "id", "records": [{"entity", "values"}]}}.
     *
     * @throws ProblemException when the caller is no administrator, or there is no such person
     */
    public ObjectNode export(RequestContext context, String entity, UUID person) {
        Entity known = require(context, entity);
        return database.transaction(sql -> {
            PersonStore store = new PersonStore(sql, context.tenant());
            requireThere(store, known, person);
            ObjectNode all = json.createObjectNode().put("entity", entity).put("id", person.toString());
            ArrayNode records = all.putArray("records");
            for (Place place : PersonPlaces.of(context.model(), known)) {
                store.read(place, person)
                        .values()
                        .forEach(values -> records.addObject()
                                .put("entity", place.entity().fullName())
                                .set("values", tree(values)));
            }
            audit.note(
                    sql,
                    context.tenant(),
                    note(context, "person_export", entity, person, Map.of("records", records.size())));
            return all;
        });
    }

    /**
     * Takes everything personal away, in records, in what waits to be sent, and in the trail, whose seals still hold.
     *
     * @return how many records and rows of the trail have forgotten
     * @throws ProblemException when the caller is no administrator, or there is no such person
     */
    public Map<String, Integer> erase(RequestContext context, String entity, UUID person) {
        Entity known = require(context, entity);
        return database.transaction(sql -> {
            PersonStore store = new PersonStore(sql, context.tenant());
            requireThere(store, known, person);
            Map<UUID, Set<String>> fields = new HashMap<>();
            Set<String> addresses = new HashSet<>();
            int erased = 0;
            for (Place place : PersonPlaces.of(context.model(), known)) {
                if (place.entity().fullName().equals(TRAIL)) {
                    continue;
                }
                List<String> names = place.fields().stream().map(Field::name).toList();
                store.read(place, person).forEach((id, values) -> {
                    fields.computeIfAbsent(id, any -> new HashSet<>()).addAll(names);
                    addresses.addAll(addresses(place, tree(values)));
                });
                erased += store.erase(place, person);
            }
            List<UUID> records = List.copyOf(fields.keySet());
            store.eraseEvents(records);
            store.eraseTold(records);
            store.eraseMails(addresses);
            store.eraseFiles(person).forEach(file -> fields.put(file, Set.of("name")));
            store.eraseComments(person).forEach(comment -> fields.put(comment, Set.of("text")));
            if (known.root().equals(USER)) {
                store.closeAccount(person);
            }
            Map<String, Integer> done =
                    Map.of("records", erased, "trail", trail.forget(sql, context.tenant(), fields, person));
            audit.note(sql, context.tenant(), note(context, "person_erase", entity, person, done));
            callers.forget(sql, context.tenant());
            return done;
        });
    }

    /** Where mails to the person went. */
    private static List<String> addresses(Place place, ObjectNode values) {
        return place.fields().stream()
                .filter(field -> field.type().name().equals("email"))
                .map(field -> values.path(field.name()).asText(""))
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static AuditEntry note(
            RequestContext context, String action, String entity, UUID person, Map<String, Integer> counts) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        counts.forEach(details::put);
        return AuditEntry.of(action, entity, context.origin())
                .by(context.user().id())
                .about(person)
                .with(details.toString());
    }

    private static Entity require(RequestContext context, String entity) {
        if (!context.user().isAdministrator()) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.FORBIDDEN, "", "see or erase a person's data", "Ask an administrator."));
        }
        return context.model()
                .entity(entity)
                .filter(Entity::stored)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.UNKNOWN_ENTITY,
                        "entity",
                        entity,
                        Suggestion.question(entity, context.model().entities().keySet()))));
    }

    private static void requireThere(PersonStore store, Entity entity, UUID person) {
        if (!store.exists(entity.table(), person)) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.NOT_FOUND, "id", entity.fullName() + " " + person, ""));
        }
    }

    private ObjectNode tree(String values) {
        try {
            return (ObjectNode) json.readTree(values);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("PostgreSQL writes JSON", impossible);
        }
    }
}
