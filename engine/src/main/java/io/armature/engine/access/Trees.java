package io.armature.engine.access;

import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.IrMapper;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes the typed trees of conditions. */
public final class Trees {
    private static final Ir TRUE = new Ir.Literal(true, Scalar.BOOLEAN);
    private static final Ir FALSE = new Ir.Literal(false, Scalar.BOOLEAN);

    private Trees() {}

    /**
     * The same condition on the record that links lead to.
     *
     * @param base how many rows lie between the place where it will stand and the row from which the links lead
     */
    public static Ir moved(Expression condition, int base, List<String> links) {
        return new IrMapper() {
            @Override
            protected Ir path(Ir.Path path, List<String> rows) {
                int depth = rows.size() - 1;
                return path.base() == depth
                        ? new Ir.Path(
                                base + depth,
                                Stream.concat(links.stream(), path.path().stream())
                                        .toList(),
                                path.type())
                        : path;
            }
        }.map(condition);
    }

    /** The same with other names for values of the moment. */
    static Ir renamed(Expression condition, UnaryOperator<String> names) {
        return new IrMapper() {
            @Override
            protected Ir context(Ir.Context context) {
                return new Ir.Context(names.apply(context.name()), context.type());
            }
        }.map(condition);
    }

    /** The same with everything worked out that is known once the roles are: no record need be asked for it. */
    static Ir folded(Expression condition, Set<String> roles) {
        return new IrMapper() {
            @Override
            protected Ir call(Ir.Call call) {
                return switch (call.function()) {
                    case "in" -> membership(call, roles);
                    case "and" -> junction(call, FALSE, TRUE);
                    case "or" -> junction(call, TRUE, FALSE);
                    case "not" ->
                        call.arguments().getFirst() instanceof Ir.Literal(Object value, var _)
                                ? literal(!Boolean.TRUE.equals(value))
                                : call;
                    default -> call;
                };
            }

            @Override
            protected Ir choice(Ir.Choice choice) {
                return choice.condition() instanceof Ir.Literal(Object value, var _)
                        ? (Boolean.TRUE.equals(value) ? choice.then() : choice.otherwise())
                        : choice;
            }
        }.map(condition);
    }

    private static Ir membership(Ir.Call call, Set<String> roles) {
        boolean ofRoles =
                call.arguments().get(1) instanceof Ir.Context(var name, var _) && name.equals(Context.USER_ROLES);
        return ofRoles && call.arguments().getFirst() instanceof Ir.Literal(Object role, var _)
                ? literal(role instanceof String text && roles.contains(text))
                : call;
    }

    /** @param deciding the operand that makes the others not matter */
    private static Ir junction(Ir.Call call, Ir deciding, Ir idle) {
        if (call.arguments().contains(deciding)) {
            return deciding;
        }
        List<Ir> rest = new ArrayList<>(call.arguments());
        rest.removeIf(idle::equals);
        return switch (rest.size()) {
            case 0 -> idle;
            case 1 -> rest.getFirst();
            default -> new Ir.Call(call.function(), rest, Scalar.BOOLEAN);
        };
    }

    private static Ir literal(boolean value) {
        return value ? TRUE : FALSE;
    }
}
