package io.armature.engine.query.plan;

import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemException;
import io.armature.metadata.type.ValueType.Scalar;
import java.util.List;
import java.util.Optional;

/** Looks at a condition that will stand in brackets beside another: one that closes a bracket which it did not open is none. */
public final class WholeCondition {

    private WholeCondition() {}

    /**
     * @param entity whose records it is asked of, by full name
     * @param parameter where it was said
     * @throws ProblemException when it is no condition by itself
     */
    public static void require(Model model, String entity, String text, String parameter) {
        List<Problem> problems = new ExpressionCompiler()
                .compile(text, entity, model, Optional.of(Scalar.BOOLEAN))
                .problems(Position.NONE, parameter);
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
