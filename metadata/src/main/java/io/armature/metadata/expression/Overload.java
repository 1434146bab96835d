package io.armature.metadata.expression;

import io.armature.metadata.type.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One meaning of a function or operator: for these types, that result, computed in the JVM and by PostgreSQL. It is
 * null when one of its arguments is null.
 *
 * @param id its name in the typed tree, never changed: {@code add.integer}
 * @param name how texts call it; operators by their sign, {@code +}
 * @param sql with {@code {0}}, {@code {1}}… for the arguments; see {@link Template}
 */
record Overload(String id, String name, List<ValueType> parameters, ValueType result, Run run, Template sql) {

    Overload {
        parameters = List.copyOf(parameters);
    }

    static Overload of(String id, String name, List<ValueType> parameters, ValueType result, Run run, String sql) {
        return new Overload(id, name, parameters, result, run, new Template(sql));
    }

    /** Whether it takes that many arguments. */
    boolean takes(int arguments) {
        return arguments == parameters.size();
    }

    ValueType parameter(int index) {
        return parameters.get(index);
    }

    /** {@code addDays(date, integer)}, {@code date < date}. */
    String signature() {
        List<String> types = parameters.stream().map(Types::name).toList();
        if (Character.isLetter(name.charAt(0))) {
            return name + "(" + String.join(", ", types) + ")";
        }
        return types.size() == 1 ? name + types.getFirst() : String.join(" " + name + " ", types);
    }

    /** Computes in the JVM; the arguments are not null. */
    @FunctionalInterface
    interface Run {
        /** The result; null where there is none, such as a quotient by zero. */
        @Nullable
        Object of(Arguments arguments);
    }

    /** What a function is computed from. */
    record Arguments(List<Object> values, Context context) {
        <T> T get(int index, Class<T> type) {
            return type.cast(values.get(index));
        }
    }
}
