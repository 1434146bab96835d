package io.armature.engine.query.plan;

import io.armature.metadata.expression.Context;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.Member;
import io.armature.metadata.model.Model;
import io.armature.metadata.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * That one of the lines of a record, or of one that its links lead to, names somebody: {@code any(team.members, user == user.id)}. It holds of few pairs of a record and a
 * person, which are found from the lines, and not by asking every record for everybody.
 *
 * @param links to the record that has the lines
 * @param start the entity of that record
 * @param entity of the lines
 * @param level the entity in whose table the link to the record is
 * @param column the link to the record
 * @param body what a line must be
 */
public record Mark(List<String> links, String start, String entity, String level, String column, Ir body) {

    public Mark {
        links = List.copyOf(links);
    }

    /**
     * The mark that an aggregate is; nothing where it is none.
     *
     * @param start the entity of the record that has the lines
     */
    static Optional<Mark> of(Model model, String start, Ir.Aggregate aggregate) {
        List<String> path = aggregate.rows().path();
        if (!aggregate.function().equals("any") || !names(aggregate.body())) {
            return Optional.empty();
        }
        return model.member(start, path.getLast())
                .filter(Member.Children.class::isInstance)
                .map(Member.Children.class::cast)
                .filter(lines -> lines.type() instanceof ValueType.Rows)
                .map(lines -> new Mark(
                        path.subList(0, path.size() - 1),
                        start,
                        lines.type().entity(),
                        lines.level(),
                        lines.column(),
                        aggregate.body()));
    }

    /** Whether few people are named: something of the line is one of theirs, whatever else is asked. */
    private static boolean names(Ir body) {
        if (!(body instanceof Ir.Call(var function, var arguments, var _))) {
            return false;
        }
        return switch (function) {
            case "and" -> arguments.stream().anyMatch(Mark::names);
            case "equal", "in" ->
                arguments.stream().anyMatch(Mark::isOnesOwn)
                        && arguments.stream().anyMatch(Ir.Path.class::isInstance);
            default -> false;
        };
    }

    private static boolean isOnesOwn(Ir tree) {
        return tree instanceof Ir.Context(var name, var _) && Operands.isPersonal(name) && !name.equals(Context.TODAY);
    }
}
