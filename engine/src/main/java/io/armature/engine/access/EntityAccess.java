package io.armature.engine.access;

import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What somebody may do with one entity: the sum of his grants, cell by cell. Safe for many threads. */
final class EntityAccess {
    private static final String SECRET = "secret";
    private static final String OWNERS = "owner == user.id";

    private final AccessPolicy policy;
    private final Entity entity;
    private final List<GrantRules> grants;
    private final List<GrantRules> own;
    private final Map<String, FieldAccess> fields = new ConcurrentHashMap<>();

    /**
     * @param grants everything that counts
     * @param own those of them that nobody has lent or shared
     */
    EntityAccess(AccessPolicy policy, Entity entity, List<GrantRules> grants, List<GrantRules> own) {
        this.policy = policy;
        this.entity = entity;
        this.grants = List.copyOf(grants);
        this.own = List.copyOf(own);
    }

    /** What counts for a verb. */
    List<GrantRules> grants(String verb) {
        if (Lasting.isForAdministrators(verb, entity)) {
            return List.of();
        }
        return Lasting.isInPerson(verb, entity) ? own : grants;
    }

    /** Whoever shares must be able to read by himself, too. */
    Rule may(String verb) {
        Rule rule = sum(verb, any -> true);
        if (Lasting.speaksForOwner(verb, entity)) {
            return rule.and(ownersAlone());
        }
        return verb.equals(Verb.SHARE)
                ? rule.and(Rule.any(
                        own.stream().map(grant -> grant.right(Verb.READ)).toList()))
                : rule;
    }

    private Rule ownersAlone() {
        return new ExpressionCompiler()
                .compile(OWNERS, entity.fullName(), policy.model(), Optional.of(Scalar.BOOLEAN))
                .result()
                .map(Rule::of)
                .orElse(Rule.NONE);
    }

    Rule within(String verb) {
        return Rule.any(grants.stream().map(grant -> grant.inside(verb)).toList());
    }

    /** Of lines inside a parent that may be read: all, if each grant that shows the parent shows all its lines. */
    Rule inside(EntityAccess parent) {
        boolean all = parent.grants.stream()
                .filter(grant -> !grant.right(Verb.READ).isNone())
                .allMatch(above -> grants.stream()
                        .anyMatch(grant -> grant.role().equals(above.role())
                                && grant.inside(Verb.READ).isAll()));
        return all ? Rule.ALL : may(Verb.READ);
    }

    FieldAccess field(String name) {
        FieldAccess known = fields.get(name);
        if (known == null) {
            known = worked(name);
            fields.put(name, known);
        }
        return known;
    }

    private FieldAccess worked(String name) {
        FieldAccess said = said(name);
        return entity.field(name)
                .flatMap(field -> field.rules().formula())
                .map(formula -> new FormulaAccess(policy.model(), policy).of(entity, formula))
                .map(said::and)
                .orElse(said);
    }

    /** What grants say of a member itself, whatever it is computed from. */
    FieldAccess said(String name) {
        Optional<Field> field = entity.field(name);
        if (name.equals(SystemFields.ID) || field.isEmpty()) {
            return FieldAccess.OPEN;
        }
        boolean secret = field.get()
                .definition()
                .text("sensitivity")
                .filter(SECRET::equals)
                .isPresent();
        FieldAccess said = new FieldAccess(
                secret ? Rule.NONE : covering(grant -> grant.shows(name)),
                covering(grant -> !grant.hidden().contains(name)));
        return Masks.cover(field.get()) ? said : new FieldAccess(said.shown(), said.shown());
    }

    /** Where some grants show something, of the records that all grants together show. */
    private Rule covering(Predicate<GrantRules> shows) {
        Rule rule = sum(Verb.READ, shows);
        return rule.equals(may(Verb.READ)) ? Rule.ALL : rule;
    }

    Rule writable(String verb, String field) {
        return Lasting.is(entity, field) || Lasting.leadsInside(entity, field)
                ? Rule.NONE
                : sum(verb, grant -> grant.lets(field));
    }

    /** A grant of a step is for the records that it shows. */
    Rule transition(String name) {
        return sum(Verb.READ, grant -> grant.transitions().contains(name));
    }

    private Rule sum(String verb, Predicate<GrantRules> which) {
        return Rule.any(grants(verb).stream()
                .filter(which)
                .map(grant -> grant.right(verb))
                .toList());
    }
}
