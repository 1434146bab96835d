package io.armature.metadata.foreign.javascript;

import java.math.BigDecimal;
import java.util.List;

/** A JavaScript expression: the part of the language that conditions on records are written in. */
sealed interface Js {

    record Text(String value) implements Js {}

    record Number(BigDecimal value) implements Js {}

    record Flag(boolean value) implements Js {}

    /** {@code null} and {@code undefined}. */
    record Nothing() implements Js {}

    record Items(List<Js> items) implements Js {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Name(String name) implements Js {}

    /** {@code of.name}, also {@code of?.name} and {@code of['name']}. */
    record Member(Js of, String name) implements Js {}

    record Call(Js callee, List<Js> arguments) implements Js {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Unary(String operator, Js operand) implements Js {}

    record Binary(String operator, Js left, Js right) implements Js {}

    record Choice(Js condition, Js yes, Js no) implements Js {}

    /** The names of {@code a.b.c}, joined by dots; empty for anything else. */
    default String path() {
        return switch (this) {
            case Name(var name) -> name;
            case Member(var of, var name) -> of.path().isEmpty() ? "" : of.path() + "." + name;
            case Text _, Number _, Flag _, Nothing _, Items _, Call _, Unary _, Binary _, Choice _ -> "";
        };
    }
}
