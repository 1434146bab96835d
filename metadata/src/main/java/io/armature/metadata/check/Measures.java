package io.armature.metadata.check;

import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An aggregate of reports and views is one, and what it adds up fits the entity. */
final class Measures {

    private static final Pattern MEASURE = Pattern.compile("(count|sum|avg|min|max)\\((.*)\\)", Pattern.DOTALL);

    private static final ExpressionCompiler EXPRESSIONS = new ExpressionCompiler();

    private Measures() {}

    static void check(Scene scene, String expression, Entity entity, Position place, String path) {
        Matcher matcher = MEASURE.matcher(expression.strip());
        if (!matcher.matches()) {
            scene.add(Problem.error(
                    ProblemCode.WRONG_FORM, place, path, expression, "count() sum(x) avg(x) min(x) max(x)"));
        } else if (!matcher.group(2).isBlank()) {
            EXPRESSIONS
                    .compile(matcher.group(2), entity.fullName(), scene.model(), Optional.empty())
                    .problems(place, path)
                    .forEach(scene::add);
        }
    }
}
