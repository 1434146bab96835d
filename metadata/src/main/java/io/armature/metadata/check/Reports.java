package io.armature.metadata.check;

import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.expression.ExpressionCompiler;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Position;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What reports name exists; their measures are aggregates of expressions that fit. */
final class Reports implements Check {

    private static final Pattern MEASURE = Pattern.compile("(count|sum|avg|min|max)\\((.*)\\)", Pattern.DOTALL);

    private static final ExpressionCompiler EXPRESSIONS = new ExpressionCompiler();

    @Override
    public void check(Scene scene) {
        scene.each(ReportDefinition.class, report -> {
            scene.roles(report.roles(), report.origin(), Scene.at(report, "roles"), "roles");
            scene.entity(report.entity(), report.origin(), Scene.at(report, "entity"), "entity")
                    .ifPresent(entity -> check(scene, report, entity));
        });
    }

    private static void check(Scene scene, ReportDefinition report, Entity entity) {
        report.filter().ifPresent(filter -> scene.condition(filter, entity, Scene.at(report, "filter"), "filter"));
        report.dimensions()
                .forEach(dimension -> scene.field(
                        entity, dimension.field(), dimension.origin().position(), "dimensions"));
        report.measures().values().forEach(measure -> measure(scene, measure, entity));
        for (String sort : report.sort()) {
            String name = sort.startsWith("-") ? sort.substring(1) : sort;
            if (!report.measures().containsKey(name)) {
                scene.field(entity, name, Scene.at(report, "sort"), "sort");
            }
        }
    }

    private static void measure(Scene scene, ReportDefinition.Measure measure, Entity entity) {
        Position place = measure.origin().position();
        String path = "measures." + measure.name();
        Matcher matcher = MEASURE.matcher(measure.expression().strip());
        if (!matcher.matches()) {
            scene.add(Problem.error(
                    ProblemCode.WRONG_FORM, place, path, measure.expression(), "count() sum(x) avg(x) min(x) max(x)"));
        } else if (!matcher.group(2).isBlank()) {
            EXPRESSIONS
                    .compile(matcher.group(2), entity.fullName(), scene.model(), Optional.empty())
                    .problems(place, path)
                    .forEach(scene::add);
        }
    }
}
