package io.armature.metadata.check;

import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.model.Entity;

/** What reports name exists; their measures are aggregates of expressions that fit. */
final class Reports implements Check {

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
        report.measures()
                .values()
                .forEach(measure -> Measures.check(
                        scene,
                        measure.expression(),
                        entity,
                        measure.origin().position(),
                        "measures." + measure.name()));
        for (String sort : report.sort()) {
            String name = sort.startsWith("-") ? sort.substring(1) : sort;
            if (!report.measures().containsKey(name)) {
                scene.field(entity, name, Scene.at(report, "sort"), "sort");
            }
        }
    }
}
