package io.armature.metadata.definition;

import io.armature.metadata.definition.Node.MapNode;
import java.util.List;
import java.util.Optional;

/** Several reports on one screen: {@code dashboards/<name>.yaml}. */
public record DashboardDefinition(
        String name, Origin origin, Optional<String> title, List<String> roles, List<Card> cards, MapNode source)
        implements Definition {

    /**
     * A part of a dashboard.
     *
     * @param report its full name, or its name in this pack
     * @param chart how it is drawn, when not as the report says
     * @param width in twelfths of the screen
     * @param height in rows
     */
    public record Card(
            String report, Optional<String> title, Optional<String> chart, int width, int height, Origin origin) {}

    public DashboardDefinition {
        roles = List.copyOf(roles);
        cards = List.copyOf(cards);
    }

    @Override
    public Kind kind() {
        return Kind.DASHBOARD;
    }
}
