package io.armature.engine.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
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
import io.armature.engine.workflow.Workflow;
import io.armature.engine.write.RecordWriter;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says why somebody may do something with a record or not, and who may. */
public final class Explanations {
    private static final List<String> ASKED = List.of(Verb.READ, Verb.UPDATE, Verb.DELETE, Verb.SHARE);

    private final Database database;
    private final People people;
    private final RecordWriter writer;

    public Explanations(
            Database database, Callers callers, Access access, Facts facts, RecordWriter writer, Clock clock) {
        this.database = database;
        this.writer = writer;
        this.people = new People(callers, access, facts, clock);
    }

    /**
     * Rule by rule, what decides what a user may do with an entity, or with one record.
     *
     * @param user a name or id; of others than himself only an administrator may ask
     */
    public ObjectNode explain(RequestContext context, String entityName, Optional<UUID> id, Optional<String> user) {
        boolean administrator = context.user().isAdministrator();
        Person person = person(context, user);
        Entity entity = entity(context, entityName);
        List<Workflow> workflows = writer.workflows(context.model()).of(entity);
        Verdict verdict = new Verdict(
                person,
                entity,
                workflows,
                id.flatMap(record -> judged(person, entity, workflows, record, administrator)),
                administrator);
        boolean known = person.policy().visible().entity(entityName).isPresent() && verdict.shows();
        if (id.isPresent() && verdict.judgement().isEmpty() || !administrator && !known) {
            throw missing(entityName + id.map(record -> "/" + record).orElse(""));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("entity", entityName);
        id.ifPresent(record -> json.put("id", record.toString()));
        who(json, person);
        verdict.write(json);
        return json;
    }

    /** Whether somebody asks for himself; of others only an administrator may. */
    private Person person(RequestContext context, Optional<String> user) {
        boolean self = user.isEmpty()
                || user.get().equalsIgnoreCase(context.user().username())
                || user.get().equals(context.user().id().toString());
        if (!self && !context.user().isAdministrator()) {
            throw Access.forbidden("see the rights of others");
        }
        return self ? people.person(context, context.user()) : people.named(context, user.orElseThrow());
    }

    private Optional<Judgement> judged(
            Person person, Entity entity, List<Workflow> workflows, UUID id, boolean values) {
        List<Expression> conditions = Judgement.conditions(Verdict.rules(person.policy(), entity, workflows));
        List<Expression> looked = values ? Looked.at(conditions) : List.of();
        return database.direct(sql -> Judgement.of(sql, person.reading(), entity.fullName(), id, conditions, looked));
    }

    private static void who(ObjectNode json, Person person) {
        ObjectNode who = json.putObject("user");
        who.put("id", person.user().id().toString())
                .put("username", person.user().username());
        person.policy().roles().stream().sorted().forEach(who.putArray("roles")::add);
        json.put("everything", person.policy().isEverything());
    }

    /** A request as the person would make it about whom somebody asks. */
    public RequestContext as(RequestContext context, Optional<String> user) {
        return people.as(context, person(context, user).user());
    }

    /**
     * Which roles let a user call an action, open a page or see a menu.
     *
     * @param what {@code action}, {@code page} or {@code menu}
     * @param allowed whether he may
     */
    public ObjectNode named(RequestContext context, String what, String name, Optional<String> user, boolean allowed) {
        Person person = person(context, user);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(what, name);
        who(json, person);
        json.put("allowed", allowed ? "yes" : "no");
        person.policy().rolesNaming(what + "s", name, true).forEach(json.putArray("roles")::add);
        if (!allowed) {
            person.policy().rolesNaming(what + "s", name, false).forEach(json.putArray("rolesThatMay")::add);
        }
        return json;
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
                                .map(verb -> Verdict.rule(person.policy(), verb, entity))
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
