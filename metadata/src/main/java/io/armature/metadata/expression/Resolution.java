package io.armature.metadata.expression;

import dev.cel.common.ast.CelExpr;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses among the meanings of a function by the types of its arguments. */
final class Resolution {

    private final Checker checker;

    Resolution(Checker checker) {
        this.checker = checker;
    }

    /** The call, with its arguments as the chosen meaning wants them; null where an argument is the word null. */
    Ir call(String name, CelExpr node, List<CelExpr> nodes, List<Ir> arguments) {
        List<Overload> overloads = Overloads.named(name);
        for (int i = 0; i < arguments.size(); i++) {
            checker.requireSingle(arguments.get(i), nodes.get(i));
        }
        Coercion coercion = checker.coercion();
        return first(overloads, arguments, coercion::to)
                .or(() -> first(overloads, arguments, coercion::reading))
                .orElseThrow(
                        () -> unreadable(nodes, arguments).orElseGet(() -> mismatch(name, node, overloads, arguments)));
    }

    private static Optional<Ir> first(
            List<Overload> overloads, List<Ir> arguments, BiFunction<Ir, ValueType, Optional<Ir>> fit) {
        for (Overload overload : overloads) {
            if (overload.takes(arguments.size())) {
                var fitting = new ArrayList<Ir>();
                for (int i = 0; i < arguments.size(); i++) {
                    fit.apply(arguments.get(i), overload.parameter(i)).ifPresent(fitting::add);
                }
                if (fitting.size() == arguments.size()) {
                    boolean nothing = fitting.stream().anyMatch(Ir.Nothing.class::isInstance);
                    return Optional.of(
                            nothing ? new Ir.Nothing() : new Ir.Call(overload.id(), fitting, overload.result()));
                }
            }
        }
        return Optional.empty();
    }

    /** A text in quotes beside a date, which could have been a date but is none. */
    private Optional<Refusal> unreadable(List<CelExpr> nodes, List<Ir> arguments) {
        Optional<ValueType> wanted = arguments.stream()
                .map(Ir::type)
                .filter(type -> !Operators.example(type).isEmpty())
                .findFirst();
        return wanted.flatMap(type -> IntStream.range(0, arguments.size())
                .filter(i -> arguments.get(i) instanceof Ir.Literal literal && literal.type() == Scalar.TEXT)
                .filter(i -> checker.coercion().reading(arguments.get(i), type).isEmpty())
                .mapToObj(i -> new Refusal(
                        ProblemCode.EXPRESSION_TYPE,
                        checker.source().offset(nodes.get(i)),
                        Types.name(type),
                        Types.name(Scalar.TEXT),
                        Operators.example(type)))
                .findFirst());
    }

    private Refusal mismatch(String name, CelExpr node, List<Overload> overloads, List<Ir> arguments) {
        String found = arguments.stream().map(it -> Types.name(it.type())).collect(Collectors.joining(", "));
        String possible = overloads.stream().map(Overload::signature).collect(Collectors.joining(", "));
        return new Refusal(ProblemCode.EXPRESSION_ARGUMENTS, checker.source().offset(node), name, found, possible);
    }
}
