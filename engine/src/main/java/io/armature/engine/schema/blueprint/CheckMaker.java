package io.armature.engine.schema.blueprint;

import io.armature.engine.schema.catalogue.Digests;
import io.armature.metadata.expression.Identifiers;
import io.armature.metadata.model.Entity;
import io.armature.metadata.model.Field;
import io.armature.metadata.model.PhysicalNames;
import io.armature.metadata.type.ColumnType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws the checks of tables: the limits of single fields, and rules over one row. */
final class CheckMaker {

    private static final Set<ColumnType> NUMBERS = Set.of(ColumnType.BIGINT, ColumnType.NUMERIC);

    /** What is kept of their values is longer than the values. */
    private static final Set<String> SEALED = Set.of("password", "secret");

    /** What the name of a rule over several fields has in place of a field. */
    private static final String RULE = "rule";

    private final RowRules rules;

    CheckMaker(RowRules rules) {
        this.rules = rules;
    }

    List<WantedCheck> checks(Entity entity) {
        List<WantedCheck> checks = new ArrayList<>();
        for (Field field : entity.ownFields()) {
            if (!field.system()) {
                FieldColumns.single(field).ifPresent(column -> limits(entity, field, column, checks));
            }
        }
        rules.conditions(entity).forEach(condition -> checks.add(check(entity, RULE, condition)));
        return checks;
    }

    private static void limits(Entity entity, Field field, Field.Column held, List<WantedCheck> checks) {
        ColumnType type = held.type();
        String column = Identifiers.quote(held.name());
        if (NUMBERS.contains(type)) {
            field.definition().number("min").ifPresent(min -> checks.add(limit(entity, field, column, ">=", min)));
            field.definition().number("max").ifPresent(max -> checks.add(limit(entity, field, column, "<=", max)));
        } else if (type.equals(ColumnType.TEXT) && !SEALED.contains(field.type().name())) {
            field.definition()
                    .number("max")
                    .ifPresent(max -> checks.add(limit(entity, field, "char_length(" + column + ")", "<=", max)));
        }
    }

    private static WantedCheck limit(Entity entity, Field field, String what, String operator, BigDecimal limit) {
        return check(entity, field.name(), what + " " + operator + " " + limit.toPlainString());
    }

    private static WantedCheck check(Entity entity, String subject, String condition) {
        return new WantedCheck(PhysicalNames.check(entity.table(), subject, Digests.brief(condition)), condition);
    }
}
