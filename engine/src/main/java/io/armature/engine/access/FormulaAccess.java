package io.armature.engine.access;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Model;
import io.armature.metadata.model.SystemFields;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where somebody may see what a formula gives: where he sees all that it looks at. Sums over other records show where he
 * may see the kind of records and the column that is summed, whichever of them he may read: a total is the same for all.
 */
public final class FormulaAccess {
    private final Model model;
    private final ReadAccess access;

    public FormulaAccess(Model model, ReadAccess access) {
        this.model = model;
        this.access = access;
    }

    /** On which of an entity's records. */
    public Rule of(Entity entity, Expression formula) {
        List<Rule> rules = new ArrayList<>();
        visit(formula.tree(), List.of(entity.fullName()), rules);
        return Rule.both(rules);
    }

    /** @param rows the entities at hand, the innermost first; the last is the record */
    private void visit(Ir tree, List<String> rows, List<Rule> rules) {
        switch (tree) {
            case Ir.Literal _, Ir.Nothing _, Ir.Context _ -> {}
            case Ir.Path path -> follow(path, rows, rules);
            case Ir.Call call -> call.arguments().forEach(argument -> visit(argument, rows, rules));
            case Ir.Choice(var condition, var then, var otherwise, var _) ->
                List.of(condition, then, otherwise).forEach(part -> visit(part, rows, rules));
            case Ir.Items items -> items.items().forEach(item -> visit(item, rows, rules));
            case Ir.Aggregate aggregate -> {
                follow(aggregate.rows(), rows, rules);
                if (aggregate.rows().type() instanceof Rows(var inner)) {
                    rules.add(access.rows(inner).isNone() ? Rule.NONE : Rule.ALL);
                    List<String> deeper = new ArrayList<>(rows);
                    deeper.addFirst(inner);
                    visit(aggregate.body(), deeper, rules);
                }
            }
        }
    }

    private void follow(Ir.Path path, List<String> rows, List<Rule> rules) {
        boolean ofRecord = path.base() == rows.size() - 1;
        String at = rows.get(path.base());
        List<String> links = new ArrayList<>();
        for (String name : path.path()) {
            Rule here = cell(at, name, !links.isEmpty());
            rules.add(ofRecord ? moved(here, rows.getLast(), links) : here.isAll() ? Rule.ALL : Rule.NONE);
            Optional<Member> member = model.member(at, name);
            if (!(member.map(Member::type).orElse(null) instanceof Reference(var target))) {
                return;
            }
            links.add(name);
            at = target;
        }
    }

    private Rule cell(String at, String name, boolean linked) {
        Entity entity = model.require(at);
        boolean label = entity.isPublic() && entity.label().equals(name);
        if (name.equals(SystemFields.ID) || linked && label) {
            return Rule.ALL;
        }
        String now = model.member(at, name).map(Member::name).orElse(name);
        Rule shown = access.field(entity, now).shown();
        return linked ? access.rows(at).and(shown) : shown;
    }

    private static Rule moved(Rule rule, String record, List<String> links) {
        return rule instanceof Rule.When(var condition) && !links.isEmpty()
                ? new Rule.When(new Expression(
                        String.join(".", links) + ": " + condition.text(),
                        record,
                        Trees.moved(condition, 0, links),
                        condition.type()))
                : rule;
    }
}
