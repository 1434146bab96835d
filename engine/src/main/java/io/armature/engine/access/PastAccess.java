package io.armature.engine.access;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType.Reference;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;

/**
 * What a caller may read of the past: what he might have read then by the rules of today, of records of which he may read
 * as much now. What a link led to then is asked for itself, wherever the link leads today.
 */
public final class PastAccess implements ReadAccess {
    /** Leads from a record of the past to the same record as it is now. */
    public static final String NOW = "@now";

    /** Empty where {@link #NOW} leads to a record that is gone. */
    public static final String STILL_THERE = "@id";

    private final Model model;
    private final ReadAccess access;

    public PastAccess(Model model, ReadAccess access) {
        this.model = model;
        this.access = access;
    }

    @Override
    public Rule rows(String entity) {
        return thenAndNow(access.rows(entity));
    }

    @Override
    public Rule lines(String parent, String child) {
        return thenAndNow(access.lines(parent, child));
    }

    @Override
    public FieldAccess field(Entity entity, String name) {
        FieldAccess said = said(entity, name);
        return entity.field(name)
                .map(Field::rules)
                .flatMap(rules -> rules.formula())
                .map(formula -> new FormulaAccess(model, this).of(entity, formula))
                .map(said::and)
                .orElse(said);
    }

    @Override
    public FieldAccess said(Entity entity, String name) {
        FieldAccess said = access.said(entity, name);
        return new FieldAccess(thenAndNow(said.shown()), thenAndNow(said.masked()));
    }

    private static Rule thenAndNow(Rule rule) {
        return rule.condition().<Rule>map(PastAccess::thenAndNow).orElse(rule);
    }

    private static Rule thenAndNow(Expression then) {
        Ir there = new Ir.Path(0, List.of(NOW, STILL_THERE), new Reference(then.entity()));
        Ir still = new Ir.Call("unequal", List.of(there, new Ir.Nothing()), Scalar.BOOLEAN);
        Ir now = Trees.moved(then, 0, List.of(NOW));
        Ir both = new Ir.Call("and", List.of(then.tree(), still, now), Scalar.BOOLEAN);
        return new Rule.When(new Expression(then.text(), then.entity(), both, Scalar.BOOLEAN));
    }
}
