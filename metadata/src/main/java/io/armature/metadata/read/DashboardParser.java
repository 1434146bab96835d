package io.armature.metadata.read;

import io.armature.metadata.definition.DashboardDefinition;

/** {@code dashboards/*.yaml}. */
final class DashboardParser implements DefinitionParser {

    private static final int HALF = 6;
    private static final int ROWS = 4;

    @Override
    public DashboardDefinition parse(String name, Entries entries) {
        return new DashboardDefinition(
                name,
                entries.origin(),
                entries.text("title"),
                entries.texts("roles"),
                entries.maps("cards").stream().map(DashboardParser::card).toList(),
                entries.map());
    }

    private static DashboardDefinition.Card card(Entries card) {
        return new DashboardDefinition.Card(
                card.text("report", ""),
                card.text("title"),
                card.text("chart"),
                card.integer("width", HALF),
                card.integer("height", ROWS),
                card.originOf("report"));
    }
}
