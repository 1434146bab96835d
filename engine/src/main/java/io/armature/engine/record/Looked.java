package io.armature.engine.record;

import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.IrMapper;
import io.armature.metadata.type.ValueType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What conditions look at: values of the record, and of the moment. */
final class Looked {
    private Looked() {}

    /** The single values of the record that some conditions name, as expressions whose text is their path. */
    static List<Expression> at(Collection<Expression> conditions) {
        Map<String, Expression> paths = new LinkedHashMap<>();
        for (Expression condition : conditions) {
            new IrMapper() {
                @Override
                protected Ir path(Ir.Path path, List<String> rows) {
                    boolean single = !(path.type() instanceof ValueType.Rows)
                            && !(path.type() instanceof ValueType.AnyReference);
                    if (path.base() == 0 && rows.size() == 1 && single) {
                        String text = String.join(".", path.path());
                        paths.putIfAbsent(text, new Expression(text, condition.entity(), path, path.type()));
                    }
                    return path;
                }
            }.map(condition);
        }
        return List.copyOf(paths.values());
    }

    /** The names of the moment that a condition uses. */
    static Set<String> moments(Expression condition) {
        Set<String> names = new LinkedHashSet<>();
        new IrMapper() {
            @Override
            protected Ir context(Ir.Context context) {
                names.add(context.name());
                return context;
            }
        }.map(condition);
        return names;
    }
}
