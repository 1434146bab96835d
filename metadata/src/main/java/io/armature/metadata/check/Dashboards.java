package io.armature.metadata.check;

import io.armature.metadata.definition.DashboardDefinition;
import io.armature.metadata.definition.Kind;

/** The reports on dashboards exist. */
final class Dashboards implements Check {

    @Override
    public void check(Scene scene) {
        scene.each(DashboardDefinition.class, dashboard -> {
            scene.roles(dashboard.roles(), dashboard.origin(), Scene.at(dashboard, "roles"), "roles");
            dashboard
                    .cards()
                    .forEach(card -> scene.definition(
                            Kind.REPORT,
                            card.report(),
                            dashboard.origin(),
                            card.origin().position(),
                            "cards.report"));
        });
    }
}
