package io.armature.engine.access;

import io.armature.metadata.definition.DashboardDefinition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.model.Model;
import java.util.List;

/** Who sees which report and dashboard: whoever has a role that it names, or may make reports of what it counts. */
public record ReportRights(AccessPolicy policy) {

    public boolean sees(ReportDefinition report) {
        if (policy.isEverything()) {
            return true;
        }
        return report.roles().isEmpty()
                ? !policy.may(
                                Verb.REPORT,
                                RoleBook.qualify(
                                        report.entity(), report.origin().pack()))
                        .isNone()
                : holds(report.roles(), report.origin());
    }

    public boolean sees(Model model, DashboardDefinition board) {
        if (policy.isEverything()) {
            return true;
        }
        return board.roles().isEmpty()
                ? board.cards().stream().anyMatch(card -> sees(model, card, board.origin()))
                : holds(board.roles(), board.origin());
    }

    private boolean sees(Model model, DashboardDefinition.Card card, Origin origin) {
        return model.definitions(Kind.REPORT).get(RoleBook.qualify(card.report(), origin.pack()))
                        instanceof ReportDefinition report
                && sees(report);
    }

    private boolean holds(List<String> roles, Origin origin) {
        return policy.hasAny(roles.stream()
                .map(role -> RoleBook.qualify(role, origin.pack()))
                .toList());
    }
}
