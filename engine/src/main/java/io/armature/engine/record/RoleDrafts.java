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
import io.armature.engine.query.read.Judgement.Difference;
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

/** Says what a change of roles would do, before anybody publishes it: who would gain or lose how many records. */
public final class RoleDrafts {
    private final Database database;
    private final Access access;
    private final People people;

    public RoleDrafts(Database database, Callers callers, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.people = new People(callers, access, clock);
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
        List<Person> all = people.all(context);
        for (Entity entity : context.model().entities().values()) {
            if (entity.stored()) {
                for (Person person : all) {
                    AccessPolicy after = access.draft(People.as(context, person.user()), draft);
                    Verb.ALL.forEach(verb -> compare(data, person, after, entity, verb));
                    fields(data, person, after, entity);
                }
            }
        }
        return json;
    }

    private void compare(ArrayNode data, Person person, AccessPolicy after, Entity entity, String verb) {
        Rule was = person.policy().may(verb, entity.fullName());
        Rule is = after.may(verb, entity.fullName());
        if (was.equals(is)) {
            return;
        }
        Difference difference =
                database.direct(sql -> Difference.of(sql, person.reading(), entity.fullName(), was, is));
        ObjectNode json = change(data, person, entity);
        json.put("verb", verb).put("gained", difference.gained()).put("lost", difference.lost());
        json.put("before", word(was)).put("after", word(is));
    }

    private static void fields(ArrayNode data, Person person, AccessPolicy after, Entity entity) {
        List<String> gained = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (Field field : entity.fields().values()) {
            Rule was = person.policy().field(entity, field.name()).shown();
            Rule is = after.field(entity, field.name()).shown();
            if (!was.equals(is)) {
                (was.isNone() || is.isAll() ? gained : lost).add(field.name());
            }
        }
        boolean reads = !after.rows(entity.fullName()).isNone()
                && !person.policy().rows(entity.fullName()).isNone();
        if (reads && !(gained.isEmpty() && lost.isEmpty())) {
            ObjectNode json = change(data, person, entity);
            gained.forEach(json.putArray("fieldsGained")::add);
            lost.forEach(json.putArray("fieldsLost")::add);
        }
    }

    private static ObjectNode change(ArrayNode data, Person person, Entity entity) {
        return data.addObject()
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
