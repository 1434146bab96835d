package io.armature.engine.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.FieldAccess;
import io.armature.engine.access.GrantView;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.engine.current.RequestContext;
import io.armature.engine.db.Database;
import io.armature.engine.identity.Callers;
import io.armature.engine.query.read.Facts;
import io.armature.engine.query.read.Judgement;
import io.armature.engine.query.read.Onlookers;
import io.armature.engine.query.read.Onlookers.Onlooker;
import io.armature.engine.record.People.Person;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says why somebody may do something with a record or not, and who may. */
public final class Explanations {
    private static final List<String> ASKED = List.of(Verb.READ, Verb.UPDATE, Verb.DELETE, Verb.SHARE);

    private final Database database;
    private final People people;

    public Explanations(Database database, Callers callers, Access access, Facts facts, Clock clock) {
        this.database = database;
        this.people = new People(callers, access, facts, clock);
    }

    /**
     * Rule by rule, what decides what a user may do with an entity, or with one record.
     *
     * @param user a name or id; of others than himself only an administrator may ask
     */
    public ObjectNode explain(RequestContext context, String entityName, Optional<UUID> id, Optional<String> user) {
        boolean administrator = context.user().isAdministrator();
        boolean self = user.isEmpty()
                || user.get().equalsIgnoreCase(context.user().username())
                || user.get().equals(context.user().id().toString());
        if (!self && !administrator) {
            throw Access.forbidden("see the rights of others");
        }
        Person person = self ? people.person(context, context.user()) : people.named(context, user.orElseThrow());
        Entity entity = entity(context, entityName);
        Told told = new Told(
                person, entity, id.flatMap(record -> judged(person, entity, record, administrator)), administrator);
        if (id.isPresent() && told.judgement().isEmpty() || !administrator && !visible(told)) {
            throw missing(entityName + id.map(record -> "/" + record).orElse(""));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("entity", entityName);
        id.ifPresent(record -> json.put("id", record.toString()));
        ObjectNode who = json.putObject("user");
        who.put("id", person.user().id().toString())
                .put("username", person.user().username());
        ArrayNode roles = who.putArray("roles");
        person.policy().roles().stream().sorted().forEach(roles::add);
        json.put("everything", person.policy().isEverything());
        ObjectNode verbs = json.putObject("rights");
        Verb.ALL.forEach(verb -> verb(verbs.putObject(verb), told, verb));
        ObjectNode fields = json.putObject("fields");
        entity.fields().values().forEach(field -> field(fields, told, field));
        return json;
    }

    /** What is known of one person, one entity and perhaps one record. */
    private record Told(Person person, Entity entity, Optional<Judgement> judgement, boolean values) {

        /** The outcome of a rule: allowed, not, or it depends on the record. */
        String outcome(Rule rule) {
            return switch (rule) {
                case Rule.All _ -> "yes";
                case Rule.None _ -> "no";
                case Rule.When _ ->
                    judgement.map(known -> known.of(rule) ? "yes" : "no").orElse("depends");
            };
        }
    }

    /** A caller who is no administrator is told nothing of records that are not there for him. */
    private static boolean visible(Told told) {
        Rule readable = told.person().policy().rows(told.entity().fullName());
        return told.judgement().isEmpty() || told.judgement().get().of(readable);
    }

    private Optional<Judgement> judged(Person person, Entity entity, UUID id, boolean administrator) {
        List<Rule> rules = new ArrayList<>();
        for (String verb : Verb.ALL) {
            rules.add(person.policy().may(verb, entity.fullName()));
        }
        for (GrantView grant : person.policy().grants(entity.fullName())) {
            rules.addAll(grant.rights().values());
        }
        for (Field field : entity.fields().values()) {
            FieldAccess access = person.policy().field(entity, field.name());
            rules.add(access.shown());
            rules.add(access.masked());
            rules.add(person.policy().writable(Verb.UPDATE, entity.fullName(), field.name()));
        }
        List<Expression> conditions = Judgement.conditions(rules);
        List<Expression> values = administrator ? Looked.at(conditions) : List.of();
        return database.direct(sql -> Judgement.of(sql, person.reading(), entity.fullName(), id, conditions, values));
    }

    private static void verb(ObjectNode json, Told told, String verb) {
        String entity = told.entity().fullName();
        json.put("allowed", told.outcome(told.person().policy().may(verb, entity)));
        ArrayNode rules = json.putArray("rules");
        for (GrantView grant : told.person().policy().grants(entity)) {
            Rule rule = grant.rights().getOrDefault(verb, Rule.NONE);
            if (!rule.isNone()) {
                rule(rules.addObject(), told, grant.role(), rule);
            }
        }
        if (rules.isEmpty() && !told.person().policy().isEverything()) {
            json.put("missing", "No role of this user grants " + verb + " on " + entity + ".");
            ArrayNode roles = json.putArray("rolesThatMay");
            told.person().policy().rolesThatMay(verb, entity).forEach(roles::add);
        }
    }

    private static void rule(ObjectNode json, Told told, String role, Rule rule) {
        json.put("role", role);
        json.put("expression", rule.condition().map(Expression::text).orElse("true"));
        json.put("outcome", told.outcome(rule));
        if (told.values() && told.judgement().isPresent() && rule.condition().isPresent()) {
            ObjectNode values = json.putObject("values");
            for (Expression value : Looked.at(List.of(rule.condition().get()))) {
                values.put(value.text(), told.judgement().get().values().get(value));
            }
            Looked.moments(rule.condition().get())
                    .forEach(name -> values.put(
                            name,
                            told.person()
                                    .reading()
                                    .moment()
                                    .value(name)
                                    .map(String::valueOf)
                                    .orElse(null)));
        }
    }

    private static void field(ObjectNode fields, Told told, Field field) {
        FieldAccess access = told.person().policy().field(told.entity(), field.name());
        Rule writable =
                told.person().policy().writable(Verb.UPDATE, told.entity().fullName(), field.name());
        ObjectNode json = fields.putObject(field.name());
        json.put("shown", told.outcome(access.shown()));
        if (!access.masked().equals(access.shown())) {
            json.put("masked", told.outcome(access.masked()));
        }
        json.put("writable", field.readOnly() || field.computed() ? "no" : told.outcome(writable));
        ArrayNode because = JsonNodeFactory.instance.arrayNode();
        for (GrantView grant : told.person().policy().grants(told.entity().fullName())) {
            effect(because, grant, field.name());
        }
        if (!because.isEmpty()) {
            json.set("because", because);
        }
    }

    private static void effect(ArrayNode because, GrantView grant, String field) {
        String effect = grant.hidden().contains(field)
                ? "hidden"
                : grant.masked().contains(field) ? "masked" : grant.readOnly().contains(field) ? "readOnly" : "";
        if (!effect.isEmpty()) {
            because.addObject().put("role", grant.role()).put("effect", effect);
        }
    }

    /** All users who may read a record, and what else they may do with it; one statement asks for all. */
    public ObjectNode who(RequestContext context, String entityName, UUID id) {
        Entity entity = entity(context, entityName);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode data = json.putArray("data");
        List<Person> all = people.all(context);
        List<Onlooker> onlookers = all.stream()
                .map(person -> new Onlooker(
                        person.reading(),
                        ASKED.stream()
                                .map(verb -> person.policy().may(verb, entityName))
                                .toList()))
                .toList();
        List<Judgement> known = database.direct(sql -> Onlookers.judge(sql, entity.fullName(), id, onlookers))
                .orElseThrow(() -> missing(entityName + "/" + id));
        for (int i = 0; i < all.size(); i++) {
            person(data, all.get(i), onlookers.get(i).rules(), known.get(i));
        }
        return json;
    }

    private static void person(ArrayNode data, Person person, List<Rule> rules, Judgement known) {
        if (rules.stream().noneMatch(known::of)) {
            return;
        }
        ObjectNode json = data.addObject();
        json.put("user", person.user().id().toString())
                .put("username", person.user().username())
                .put("name", person.user().name());
        for (int i = 0; i < ASKED.size(); i++) {
            json.put(ASKED.get(i), known.of(rules.get(i)));
        }
    }

    private static Entity entity(RequestContext context, String name) {
        return context.model().entity(name).filter(Entity::stored).orElseThrow(() -> missing(name));
    }

    private static ProblemException missing(String what) {
        return new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", what, ""));
    }
}
