package io.armature.engine.access;

import io.armature.engine.access.AccessPolicy.Holder;
import io.armature.engine.access.AccessPolicy.Key;
import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType.ListOf;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything that adds to what somebody may do with one entity: a grant of each role of each holder, and what is shared. */
final class Contributions {
    private Contributions() {}

    static List<GrantRules> of(RoleBook book, Key key, String entity) {
        List<GrantRules> all = new ArrayList<>();
        for (Holder holder : key.holders()) {
            for (String role : holder.roles().stream().sorted().toList()) {
                book.grant(role, entity).map(grant -> held(grant, holder)).ifPresent(all::add);
            }
        }
        for (Share share : Share.values()) {
            if (key.shares().contains(share.of(entity))) {
                all.add(shared(book, entity, share));
            }
            for (LineGrants.Parent parent : book.lines().parents(entity)) {
                if (key.shares().contains(share.of(parent.entity()))) {
                    all.add(lines(book, entity, parent, share));
                }
            }
        }
        return all;
    }

    private static GrantRules held(GrantRules grant, Holder holder) {
        return new GrantRules(
                grant.role(),
                held(grant.rights(), holder),
                held(grant.inside(), holder),
                grant.transitions(),
                grant.hidden(),
                grant.readOnly(),
                grant.masked());
    }

    private static Map<String, Rule> held(Map<String, Rule> rules, Holder holder) {
        Map<String, Rule> all = new LinkedHashMap<>();
        rules.forEach((verb, rule) -> all.put(verb, held(rule, holder)));
        return all;
    }

    private static Rule held(Rule rule, Holder holder) {
        if (!(rule instanceof Rule.When(Expression condition))) {
            return rule;
        }
        Expression known = with(condition, Trees.folded(condition, holder.roles()));
        return Rule.of(
                holder.prefix().isEmpty() ? known : with(known, Trees.renamed(known, name -> moved(name, holder))));
    }

    /** Time is the same for everybody. */
    private static String moved(String name, Holder holder) {
        return Set.of(Context.NOW, Context.TODAY, Context.ZONE).contains(name) ? name : holder.name(name);
    }

    private static Expression with(Expression condition, Ir tree) {
        return new Expression(condition.text(), condition.entity(), tree, condition.type());
    }

    /** Lines of what is shared are shared with it. */
    private static GrantRules lines(RoleBook book, String entity, LineGrants.Parent parent, Share share) {
        GrantRules above = shared(book, parent.entity(), share);
        Map<String, Rule> rights = new LinkedHashMap<>();
        Map<String, Rule> inside = new LinkedHashMap<>();
        for (String verb : Verb.ALL) {
            Rule rule = above.right(Verb.ofParent(verb)).through(entity, parent.by());
            rights.put(verb, rule);
            inside.put(verb, rule.isNone() ? Rule.NONE : Rule.ALL);
        }
        return new GrantRules(
                above.role(), rights, inside, Set.of(), book.delicate(entity), book.delicate(entity), Set.of());
    }

    /** Shared records show no field that some role hides: he who shares may not know more than he who reads. */
    private static GrantRules shared(RoleBook book, String entity, Share share) {
        Reference record = new Reference(entity);
        Ir among = new Ir.Call(
                "in",
                List.of(
                        new Ir.Path(0, List.of(SystemFields.ID), record),
                        new Ir.Context(share.of(entity), new ListOf(record))),
                Scalar.BOOLEAN);
        Rule rule = new Rule.When(new Expression("shared for " + share.verb(), entity, among, Scalar.BOOLEAN));
        Map<String, Rule> rights =
                share == Share.READ ? Map.of(Verb.READ, rule) : Map.of(Verb.READ, rule, Verb.UPDATE, rule);
        return new GrantRules(
                "share", rights, rights, Set.of(), book.delicate(entity), book.delicate(entity), Set.of());
    }
}
