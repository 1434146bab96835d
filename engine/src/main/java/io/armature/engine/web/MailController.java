package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.notify.MailTexts;
import io.armature.engine.notify.Mailings;
import io.armature.engine.write.Uuids;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails of packs: what they say, and sending them. What was sent is read as {@code sys.mail}. */
@Controller("/api/mails")
public final class MailController {

    private final Mailings mailings;
    private final JsonBodies bodies;

    MailController(Mailings mailings, JsonBodies bodies) {
        this.mailings = mailings;
        this.bodies = bodies;
    }

    @Get("/templates")
    public Map<String, List<Map<String, String>>> templates(RequestContext context) {
        return Map.of(
                "data",
                mailings.templates(context).stream().map(MailController::shown).toList());
    }

    /** {@code {"template": "crm.sleeping", "record": "…", "locale": "fr"}}: the subject, the text and the HTML. */
    @Post("/preview")
    public Map<String, @Nullable String> preview(RequestContext context, @Body byte[] body) {
        JsonNode order = bodies.read(body);
        MailTexts.Written mail = mailings.preview(
                context,
                Required.text("template", order.path("template").textValue()),
                record(order),
                Optional.ofNullable(order.path("locale").textValue()).map(Locale::forLanguageTag));
        Map<String, @Nullable String> shown = new LinkedHashMap<>();
        shown.put("subject", mail.subject());
        shown.put("text", mail.text());
        shown.put("html", mail.html().orElse(null));
        return shown;
    }

    /** {@code {"template": …, "record": …, "to": [...], "files": [...]}}, or with subject, text and html. */
    @Post
    public HttpResponse<Map<String, Integer>> send(RequestContext context, @Body byte[] body) {
        JsonNode order = bodies.read(body);
        return HttpResponse.accepted().body(Map.of("mails", mailings.send(context, order, record(order))));
    }

    /** Sends one once more that is in the queue, or was. */
    @Post("/{id}/again")
    public HttpResponse<?> again(RequestContext context, HttpRequest<?> request, String id) {
        mailings.again(context, RecordPaths.id(request, id));
        return HttpResponse.accepted();
    }

    private static Optional<UUID> record(JsonNode order) {
        return Optional.ofNullable(order.path("record").textValue())
                .map(text -> Uuids.parse(text)
                        .orElseThrow(() -> new ProblemException(Problem.inValue(
                                ProblemCode.INVALID_VALUE,
                                "record",
                                "id",
                                "\"01890a5d-ac96-774b-bcce-b302099a8057\""))));
    }

    private static Map<String, String> shown(Mailings.Template template) {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("name", template.name());
        template.title().ifPresent(title -> shown.put("title", title));
        template.entity().ifPresent(entity -> shown.put("entity", entity));
        return shown;
    }
}
