package io.armature.engine.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.access.ReportRights;
import io.armature.engine.current.RequestContext;
import io.armature.engine.current.Translations;
import io.armature.metadata.definition.DashboardDefinition;
import io.armature.metadata.definition.DashboardDefinition.Card;
import io.armature.metadata.definition.Kind;
import io.armature.metadata.definition.ReportDefinition;
import io.armature.metadata.model.Model;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Optional;

/** The dashboards of a tenant's packs. A card whose report the caller does not see is left out. Safe for many threads. */
@Singleton
public final class Dashboards {

    private final Access access;

    public Dashboards(Access access) {
        this.access = access;
    }

    /** The dashboards that the caller sees, as {@code {"data": [...]}}. */
    public ObjectNode list(RequestContext context) {
        ReportRights rights = new ReportRights(access.policy(context));
        Translations translations = Translations.of(context.model());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode data = answer.putArray("data");
        context.model().definitions(Kind.DASHBOARD).values().stream()
                .filter(DashboardDefinition.class::isInstance)
                .map(DashboardDefinition.class::cast)
                .filter(board -> rights.sees(context.model(), board))
                .forEach(board -> heading(data.addObject(), context, translations, board));
        return answer;
    }

    /**
     * A dashboard with its cards.
     *
     * @param name its full name
     * @throws ProblemException when there is none that the caller sees
     */
    public ObjectNode one(RequestContext context, String name) {
        AccessPolicy policy = access.policy(context);
        ReportRights rights = new ReportRights(policy);
        DashboardDefinition board = Optional.ofNullable(
                        context.model().definitions(Kind.DASHBOARD).get(name))
                .filter(DashboardDefinition.class::isInstance)
                .map(DashboardDefinition.class::cast)
                .filter(found -> rights.sees(context.model(), found))
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", name, "")));
        Translations translations = Translations.of(context.model());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        heading(json, context, translations, board);
        ArrayNode cards = json.putArray("cards");
        for (Card card : board.cards()) {
            report(context.model(), board, card)
                    .filter(report -> !policy.rows(ReportParts.entity(report)).isNone() && rights.sees(report))
                    .ifPresent(report -> {
                        ReportWriter writer = new ReportWriter(policy.visible(), translations, context.locale());
                        ObjectNode one = writer.brief(report);
                        card.title()
                                .ifPresent(title -> one.put(
                                        "title",
                                        translations.text(
                                                context.locale(), board.origin().pack(), "", title)));
                        card.chart().ifPresent(chart -> one.put("chart", chart));
                        one.put("width", card.width()).put("height", card.height());
                        cards.add(one);
                    });
        }
        return json;
    }

    private static Optional<ReportDefinition> report(Model model, DashboardDefinition board, Card card) {
        String name = board.origin().fullName(card.report());
        return Optional.ofNullable(model.definitions(Kind.REPORT).get(name))
                .filter(ReportDefinition.class::isInstance)
                .map(ReportDefinition.class::cast);
    }

    private static void heading(
            ObjectNode json, RequestContext context, Translations translations, DashboardDefinition board) {
        String pack = board.origin().pack();
        json.put("name", pack + "." + board.name());
        json.put(
                "title",
                translations.text(
                        context.locale(), pack, "", board.title().orElseGet(() -> Words.readable(board.name()))));
    }
}
