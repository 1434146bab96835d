package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.webhook.Webhooks;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Receivers of events tried, told again, and given other secrets. */
@Controller("/api/sys")
public final class WebhookController {

    private final Webhooks webhooks;

    public WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Post("/webhook/{id}/test")
    public Map<String, Object> test(RequestContext context, UUID id) {
        Webhooks.Tried tried = webhooks.test(context, id);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("delivery", tried.delivery());
        answer.put("status", tried.status());
        tried.response().ifPresent(status -> answer.put("response", status));
        answer.put("error", tried.error());
        answer.put("duration_ms", tried.milliseconds());
        return answer;
    }

    @Post("/webhook/{id}/rotate")
    public Map<String, Object> rotate(RequestContext context, UUID id) {
        Webhooks.Rotated rotated = webhooks.rotate(context, id);
        return Map.of("secret", rotated.secret(), "previousUntil", rotated.previousUntil());
    }

    @Post("/webhook/{id}/replay")
    public HttpResponse<Map<String, Integer>> replayFailed(RequestContext context, UUID id) {
        return HttpResponse.accepted().body(Map.of("deliveries", webhooks.replayFailed(context, id)));
    }

    @Post("/delivery/{id}/replay")
    public HttpResponse<Map<String, UUID>> replay(RequestContext context, UUID id) {
        return HttpResponse.accepted().body(Map.of("delivery", webhooks.replay(context, id)));
    }
}
