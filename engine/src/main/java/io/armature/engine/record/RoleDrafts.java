package io.armature.engine.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.identity.Callers;
import io.armature.engine.query.read.Facts;
import io.armature.engine.query.read.Judgement.Difference;
import io.armature.engine.query.read.Onlookers;
import io.armature.engine.query.read.Onlookers.Changed;
import io.armature.engine.query.read.ReadContext;
import io.armature.engine.record.People.Person;
import io.armature.metadata.definition.RoleDefinition;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Says what a change of roles would do, before anybody publishes it: who would gain or lose how many records. */
public final class RoleDrafts {
    private final Database database;
    private final Access access;
    private final People people;

    public RoleDrafts(Database database, Callers callers, Access access, Facts facts, Clock clock) {
        this.database = database;
        this.access = access;
        this.people = new People(callers, access, facts, clock);
    }

    /** @param roles documents of roles by full name, as they would be */
    public ObjectNode diff(RequestContext context, JsonNode roles) {
        Map<String, RoleDefinition> draft = new LinkedHashMap<>();
        roles.properties()
                .forEach(role -> draft.put(
                        role.getKey(),
                        Access.role(
                                role.getKey(),
                                role.getValue().toString().getBytes(StandardCharsets.UTF_8),
                                context.model())));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        Function<RequestContext, AccessPolicy> drafted = access.draft(draft);
        Map<Turn, List<Person>> turns = new LinkedHashMap<>();
        for (Person person : people.all(context)) {
            Turn turn = new Turn(person.policy(), drafted.apply(people.as(context, person.user())));
            turns.computeIfAbsent(turn, any -> new ArrayList<>()).add(person);
        }
        context.model().entities().values().stream()
                .filter(Entity::stored)
                .forEach(entity -> data.addAll(changes(entity, turns)));
        return json;
    }

    /** What somebody may now, and would. Whoever has the same roles and shares takes the same turn. */
    private record Turn(AccessPolicy before, AccessPolicy after) {
        /** The rights that change. */
        List<Changed> rights(ReadContext reading, String entity) {
            return Verb.ALL.stream()
                    .map(verb -> new Changed(reading, before.may(verb, entity), after.may(verb, entity)))
                    .toList();
        }
    }

    /** What the draft changes for an entity; one statement counts the records of everybody. */
    private List<ObjectNode> changes(Entity entity, Map<Turn, List<Person>> turns) {
        List<Changed> asked = new ArrayList<>();
        List<ObjectNode> told = new ArrayList<>();
        List<ObjectNode> counted = new ArrayList<>();
        turns.forEach((turn, persons) -> {
            List<Changed> rights = turn.rights(persons.getFirst().reading(), entity.fullName());
            List<String> gained = new ArrayList<>();
            List<String> lost = new ArrayList<>();
            fields(turn, entity, gained, lost);
            for (Person person : persons) {
                for (int i = 0; i < rights.size(); i++) {
                    Changed right = rights.get(i);
                    if (!right.before().equals(right.after())) {
                        asked.add(new Changed(person.reading(), right.before(), right.after()));
                        ObjectNode json = change(person, entity).put("verb", Verb.ALL.get(i));
                        counted.add(json);
                        told.add(json);
                    }
                }
                if (!(gained.isEmpty() && lost.isEmpty())) {
                    ObjectNode json = change(person, entity);
                    gained.forEach(json.putArray("fieldsGained")::add);
                    lost.forEach(json.putArray("fieldsLost")::add);
                    told.add(json);
                }
            }
        });
        if (!asked.isEmpty()) {
            List<Difference> differences = database.direct(sql -> Onlookers.differences(sql, entity.fullName(), asked));
            for (int i = 0; i < asked.size(); i++) {
                counted.get(i)
                        .put("gained", differences.get(i).gained())
                        .put("lost", differences.get(i).lost())
                        .put("before", word(asked.get(i).before()))
                        .put("after", word(asked.get(i).after()));
            }
        }
        return told;
    }

    private static void fields(Turn turn, Entity entity, List<String> gained, List<String> lost) {
        String name = entity.fullName();
        if (turn.after().rows(name).isNone() || turn.before().rows(name).isNone()) {
            return;
        }
        for (Field field : entity.fields().values()) {
            Rule was = turn.before().field(entity, field.name()).shown();
            Rule is = turn.after().field(entity, field.name()).shown();
            if (!was.equals(is)) {
                (was.isNone() || is.isAll() ? gained : lost).add(field.name());
            }
        }
    }

    private static ObjectNode change(Person person, Entity entity) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("user", person.user().id().toString())
                .put("username", person.user().username())
                .put("entity", entity.fullName());
    }

    private static String word(Rule rule) {
        return switch (rule) {
            case Rule.All _ -> "true";
            case Rule.None _ -> "false";
            case Rule.When(var condition) -> condition.text();
        };
    }
}
