package io.armature.engine.query.plan;

import io.armature.engine.access.ReadAccess;
import io.armature.metadata.expression.Compilation;
import io.armature.metadata.expression.Expression;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.expression.Scope;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.Problems;
import io.armature.metadata.type.ValueType;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.Optional;

/** Compiles the expressions of a request, and refuses those that read what may not be read. */
final class Conditions {
    private final Model model;
    private final ReadAccess access;
    private final Problems problems;

    Conditions(Model model, ReadAccess access, Problems problems) {
        this.model = model;
        this.access = access;
        this.problems = problems;
    }

    /** An expression on an entity's records that gives yes or no. */
    Optional<Expression> condition(String text, String entity, String parameter) {
        return condition(text, entity, parameter, model);
    }

    /** The same in another scope than the model. */
    Optional<Expression> condition(String text, String entity, String parameter, Scope scope) {
        Optional<Expression> compiled = compile(text, entity, parameter, scope);
        if (compiled.isPresent() && !isCondition(compiled.get().type())) {
            problems.add(Problem.inValue(ProblemCode.NOT_A_CONDITION, parameter, text));
            return Optional.empty();
        }
        return compiled;
    }

    /** An expression that gives a value which can be ordered. */
    Optional<Expression> comparable(String text, String entity, String parameter) {
        Optional<Expression> compiled = compile(text, entity, parameter, model);
        if (compiled.isPresent() && !isComparable(compiled.get().type())) {
            problems.add(Problem.inValue(ProblemCode.NOT_COMPARABLE, parameter, text));
            return Optional.empty();
        }
        return compiled;
    }

    /** Any expression on an entity's records. */
    Optional<Expression> compile(String text, String entity, String parameter) {
        return compile(text, entity, parameter, model);
    }

    private Optional<Expression> compile(String text, String entity, String parameter, Scope scope) {
        Compilation compilation = new ExpressionCompiler().compile(text, entity, scope, Optional.empty());
        problems.addAll(compilation.problems(Position.NONE, parameter));
        Optional<Expression> compiled = compilation.result();
        compiled.ifPresent(expression -> new ReadFields(model, (owner, field) -> {
                    if (!Secrecy.readable(field)) {
                        problems.add(Secrecy.refusal(parameter, owner, field));
                    }
                })
                .visit(expression));
        return scope == model
                ? compiled.map(expression -> new Guard(model, access, problems, parameter).of(expression))
                : compiled;
    }

    private static boolean isCondition(ValueType type) {
        return type == Scalar.BOOLEAN || type == Scalar.NULL;
    }

    private static boolean isComparable(ValueType type) {
        return switch (type) {
            case Scalar scalar -> scalar != Scalar.JSON && scalar != Scalar.NULL;
            case ValueType.Reference reference -> true;
            case ValueType.AnyReference any -> false;
            case ValueType.Rows rows -> false;
            case ValueType.ListOf list -> false;
        };
    }
}
