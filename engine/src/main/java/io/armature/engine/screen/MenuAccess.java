package io.armature.engine.screen;

import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.ReportRights;
import io.armature.metadata.definition.DashboardDefinition;
import io.armature.metadata.definition.Definition;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.MenuDefinition;
import io.armature.metadata.definition.MenuItem;
import io.armature.metadata.definition.Origin;
import io.armature.metadata.definition.PageDefinition;
import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.model.Model;
import java.util.List;
import java.util.Optional;

/** Who sees which entry of a menu: whoever has a role that it names, and may see what it leads to. */
record MenuAccess(AccessPolicy policy) {

    boolean sees(Model model, MenuDefinition menu, MenuItem item) {
        if (policy.isEverything()) {
            return true;
        }
        boolean named = policy.seesMenu(menu.origin().pack() + "." + menu.name());
        return (named || item.roles().isEmpty() || holds(item.roles(), item.origin()))
                && item.destination().map(target -> leads(model, target)).orElse(true);
    }

    private boolean leads(Model model, MenuItem.Target target) {
        String name = target.name();
        return switch (target.kind()) {
            case "entity" ->
                model.entity(name).isPresent() && !policy.rows(name).isNone();
            case "report" -> report(model, name);
            case "dashboard" -> dashboard(model, name);
            case "page" -> opens(model, name);
            default -> true;
        };
    }

    private boolean report(Model model, String name) {
        return of(model, Kind.REPORT, name, ReportDefinition.class)
                .filter(new ReportRights(policy)::sees)
                .isPresent();
    }

    private boolean dashboard(Model model, String name) {
        return of(model, Kind.DASHBOARD, name, DashboardDefinition.class)
                .filter(board -> new ReportRights(policy).sees(model, board))
                .isPresent();
    }

    /** Whether a page opens for the caller. */
    boolean opens(Model model, String name) {
        return of(model, Kind.PAGE, name, PageDefinition.class)
                .filter(page -> page.isPublic() || policy.opensPage(name) || holds(page.roles(), page.origin()))
                .isPresent();
    }

    private boolean holds(List<String> roles, Origin origin) {
        return policy.hasAny(roles.stream().map(origin::fullName).toList());
    }

    private static <T extends Definition> Optional<T> of(Model model, Kind kind, String name, Class<T> type) {
        return Optional.ofNullable(model.definitions(kind).get(name))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
