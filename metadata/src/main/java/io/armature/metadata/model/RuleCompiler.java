package io.armature.metadata.model;

import io.armature.metadata.definition.ConstraintDefinition;
import io.armature.metadata.definition.Node;
import io.armature.metadata.definition.Node.TextNode;
import io.armature.metadata.expression.Compilation;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.Ir;
import io.armature.metadata.expression.IrMapper;
import io.armature.metadata.expression.Member;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles the expressions of fields and constraints. */
final class RuleCompiler {

    private final ExpressionCompiler compiler = new ExpressionCompiler();
    private final Scope scope;
    private final Problems problems;
    private final Defaults defaults;

    RuleCompiler(Scope scope, Problems problems) {
        this.scope = scope;
        this.problems = problems;
        this.defaults = new Defaults(this);
    }

    /** Whether the field has a formula or follows a link, whatever becomes of compiling it. */
    static boolean isComputed(Field field) {
        return field.definition().property("formula").isPresent()
                || field.definition().type().equals("lookup");
    }

    /** The type of a computed field: the declared one, or that of the expression where the type says nothing. */
    static ValueType type(Field field, Expression expression) {
        return switch (field.definition().type()) {
            case "formula", "lookup" -> expression.type();
            default -> field.valueType();
        };
    }

    Optional<Expression> formula(Field field) {
        String key = field.definition().type().equals("lookup") ? "from" : "formula";
        Optional<ValueType> expected = switch (field.definition().type()) {
            case "formula", "lookup" -> Optional.empty();
            default -> Optional.of(field.valueType());
        };
        return compile(field, key, expected);
    }

    /** All rules of a field; the formula is handed in because it may have been compiled already. */
    FieldRules rules(Field field, Optional<Expression> formula) {
        Optional<ValueType> condition = Optional.of(ValueType.Scalar.BOOLEAN);
        return new FieldRules(
                formula,
                defaults.of(field),
                defaults.keyOf(field),
                compile(field, "visible", condition),
                compile(field, "readOnly", condition),
                compile(field, "required", condition));
    }

    Constraint constraint(String level, ConstraintDefinition.Unique unique) {
        return new Constraint.Unique(level, unique.fields(), unique.origin());
    }

    Optional<Constraint> constraint(String level, ConstraintDefinition.Check check) {
        return compile(
                        check.expression(),
                        level,
                        Optional.of(ValueType.Scalar.BOOLEAN),
                        check.origin().position(),
                        "constraints")
                .map(expression -> new Constraint.Check(level, expression, check.message(), check.origin()));
    }

    private Optional<Expression> compile(Field field, String key, Optional<ValueType> expected) {
        Optional<Node> node = field.definition().property(key);
        if (node.isPresent() && node.get() instanceof TextNode text) {
            return compile(
                    text.value(), field.level(), expected, text.position(), "fields." + field.name() + "." + key);
        }
        return Optional.empty();
    }

    Optional<Expression> compile(
            String text, String entity, Optional<ValueType> expected, Position position, String path) {
        Compilation compilation = compiler.compile(text, entity, scope, expected);
        problems.addAll(compilation.problems(position, path));
        Optional<Sealed> looked = compilation.result().flatMap(this::sealed);
        looked.ifPresent(member ->
                problems.add(Problem.error(ProblemCode.WRITE_ONLY, position, path, member.name(), member.entity())));
        return looked.isPresent() ? Optional.empty() : compilation.result();
    }

    /** Something that is written and never read. */
    private record Sealed(String entity, String name) {}

    /** The first of these that an expression looks at, on its own record or behind links. */
    private Optional<Sealed> sealed(Expression expression) {
        List<Sealed> found = new ArrayList<>();
        new IrMapper() {
            @Override
            protected Ir path(Ir.Path path, List<String> rows) {
                String at = rows.get(path.base());
                for (String name : path.path()) {
                    if (scope.writeOnly(at, name)) {
                        found.add(new Sealed(at, name));
                    }
                    if (!(scope.member(at, name).map(Member::type).orElse(null) instanceof Reference(var target))) {
                        break;
                    }
                    at = target;
                }
                return path;
            }
        }.map(expression);
        return found.stream().findFirst();
    }
}
