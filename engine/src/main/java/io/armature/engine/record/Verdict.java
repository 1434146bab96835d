package io.armature.engine.record;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.FieldAccess;
import io.armature.engine.access.GrantView;
import io.armature.engine.access.Rule;
import io.armature.engine.access.Verb;
import io.armature.engine.query.read.Judgement;
import io.armature.engine.record.People.Person;
import io.armature.engine.workflow.Transition;
import io.armature.engine.workflow.Workflow;
import io.armature.engine.write.EngineOnly;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why one person may or may not do something with an entity, or with one of its records: what grants say, and what the engine
 * asks besides.
 *
 * @param judgement what the record says; nothing when no record is asked about
 * @param values whether what the conditions look at is told
 */
record Verdict(Person person, Entity entity, List<Workflow> workflows, Optional<Judgement> judgement, boolean values) {
    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String DEPENDS = "depends";

    /** What is not done with a record that is there: nothing is asked of it. */
    private static final Set<String> WITHOUT_RECORD = Set.of(Verb.CREATE);

    private static final Set<String> READING = Set.of(Verb.READ, Verb.EXPORT, Verb.PRINT, Verb.REPORT, Verb.SHARE);

    Verdict {
        workflows = List.copyOf(workflows);
    }

    /** Every rule that decides something. */
    static List<Rule> rules(AccessPolicy policy, Entity entity, List<Workflow> workflows) {
        List<Rule> rules = new ArrayList<>();
        for (String verb : Verb.ALL) {
            rules.add(policy.may(verb, entity.fullName()));
            policy.grants(verb, entity.fullName())
                    .forEach(grant -> rules.addAll(grant.rights().values()));
        }
        for (Field field : entity.fields().values()) {
            FieldAccess access = policy.field(entity, field.name());
            rules.add(access.shown());
            rules.add(access.masked());
            rules.add(policy.writable(Verb.UPDATE, entity.fullName(), field.name()));
        }
        workflows.forEach(workflow ->
                workflow.transitions().keySet().forEach(name -> rules.add(policy.transition(entity.fullName(), name))));
        return rules;
    }

    /** On which records somebody may do something once all has been asked. */
    static Rule rule(AccessPolicy policy, String verb, Entity entity) {
        if (EngineOnly.keeps(entity) && !READING.contains(verb)) {
            return Rule.NONE;
        }
        Rule rule = policy.may(verb, entity.fullName());
        return verb.equals(Verb.READ) ? rule : rule.and(policy.rows(entity.fullName()));
    }

    /** Whether the record, if one is asked about, is there for the person. */
    boolean shows() {
        return judgement
                .filter(known -> !known.of(policy().rows(entity.fullName())))
                .isEmpty();
    }

    void write(ObjectNode json) {
        ObjectNode verbs = json.putObject("rights");
        Verb.ALL.forEach(verb -> verb(verbs.putObject(verb), verb));
        ObjectNode steps = json.putObject("transitions");
        workflows.forEach(workflow -> workflow.transitions()
                .values()
                .forEach(step -> transition(steps.putObject(step.name()), workflow, step)));
        ObjectNode fields = json.putObject("fields");
        entity.fields().values().forEach(field -> field(fields.putObject(field.name()), field));
    }

    private AccessPolicy policy() {
        return person.policy();
    }

    private Rule may(String verb) {
        return policy().may(verb, entity.fullName());
    }

    private String outcome(Rule rule) {
        return switch (rule) {
            case Rule.All _ -> YES;
            case Rule.None _ -> NO;
            case Rule.When _ ->
                judgement.map(known -> known.of(rule) ? YES : NO).orElse(DEPENDS);
        };
    }

    /** All of them: no if one is no. */
    private static String all(String... outcomes) {
        List<String> known = Arrays.asList(outcomes);
        return known.contains(NO) ? NO : known.contains(DEPENDS) ? DEPENDS : YES;
    }

    /** What may not be read is not there, whatever else might be done with it. */
    private String outcome(String verb) {
        if (isKept() && !READING.contains(verb)) {
            return NO;
        }
        if (WITHOUT_RECORD.contains(verb)) {
            return may(verb).isAll() ? YES : may(verb).isNone() ? NO : DEPENDS;
        }
        return verb.equals(Verb.IMPORT) ? outcome(may(verb)) : all(outcome(may(verb)), outcome(may(Verb.READ)));
    }

    private boolean isKept() {
        return EngineOnly.keeps(entity);
    }

    private void verb(ObjectNode json, String verb) {
        json.put("allowed", outcome(verb));
        ArrayNode rules = json.putArray("rules");
        for (GrantView grant : policy().grants(verb, entity.fullName())) {
            Rule rule = grant.rights().getOrDefault(verb, Rule.NONE);
            if (!rule.isNone()) {
                rule(rules.addObject(), grant.role(), rule);
            }
        }
        if (isKept() && !READING.contains(verb)) {
            json.put("missing", "Records of " + entity.fullName() + " come about by themselves: nobody writes them.");
        } else if (rules.isEmpty() && may(verb).isNone()) {
            json.put("missing", "No role of this user grants " + verb + " on " + entity.fullName() + ".");
            policy().rolesThatMay(verb, entity.fullName()).forEach(json.putArray("rolesThatMay")::add);
        } else if (outcome(may(verb)).equals(YES) && outcome(verb).equals(NO)) {
            json.put("missing", "What may not be read is not there.");
        }
    }

    private void rule(ObjectNode json, String role, Rule rule) {
        json.put("role", role);
        json.put("expression", rule.condition().map(Expression::text).orElse("true"));
        json.put("outcome", outcome(rule));
        if (values && judgement.isPresent() && rule.condition().isPresent()) {
            ObjectNode looked = json.putObject("values");
            for (Expression value : Looked.at(List.of(rule.condition().get()))) {
                looked.put(value.text(), judgement.get().values().get(value));
            }
            Looked.moments(rule.condition().get())
                    .forEach(name -> looked.put(
                            name,
                            person.reading()
                                    .moment()
                                    .value(name)
                                    .map(String::valueOf)
                                    .orElse(null)));
        }
    }

    /** A role that the step names, a grant that names the step, and the field that it moves: all three. */
    private void transition(ObjectNode json, Workflow workflow, Transition step) {
        String name = entity.fullName();
        Rule granted = policy().transition(name, step.name());
        boolean role = step.roles().isEmpty() || policy().hasAny(step.roles());
        Rule shown = policy().field(entity, workflow.holder()).shown();
        json.put("allowed", all(role ? YES : NO, outcome(granted), outcome(may(Verb.READ)), outcome(shown)));
        if (!step.roles().isEmpty()) {
            step.roles().forEach(json.putArray("roles")::add);
        }
        if (granted.isNone()) {
            json.put("missing", "No role of this user grants the step " + step.name() + " on " + name + ".");
            policy().rolesThatTake(name, step.name()).forEach(json.putArray("rolesThatMay")::add);
        }
    }

    private void field(ObjectNode json, Field field) {
        FieldAccess access = policy().field(entity, field.name());
        json.put("shown", outcome(access.shown()));
        if (!access.masked().equals(access.shown())) {
            json.put("masked", outcome(access.masked()));
        }
        Rule writable = policy().writable(Verb.UPDATE, entity.fullName(), field.name());
        boolean fixed = field.readOnly() || field.computed() || isKept();
        json.put("writable", fixed ? NO : all(outcome(writable), outcome(access.shown())));
        ArrayNode because = JsonNodeFactory.instance.arrayNode();
        for (GrantView grant : policy().grants(Verb.READ, entity.fullName())) {
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
}
