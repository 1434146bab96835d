package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.current.LiveModel;
import io.armature.engine.current.RequestContext;
import io.armature.engine.record.ScriptActions;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

/** Custom endpoints of packs. */
@Controller("/api/{pack}/actions/{name}")
public final class ActionController {

    private final ScriptActions actions;
    private final LiveModel live;
    private final JsonBodies bodies;

    public ActionController(ScriptActions actions, LiveModel live, JsonBodies bodies) {
        this.actions = actions;
        this.live = live;
        this.bodies = bodies;
    }

    @Post
    public HttpResponse<?> call(RequestContext context, HttpRequest<byte[]> request, String pack, String name) {
        WritePreferences preferences = WritePreferences.of(request);
        JsonNode input = request.getBody()
                .filter(body -> body.length > 0)
                .map(bodies::read)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        JsonNode answer = live.run(context, current -> actions.call(current, pack, name, input, preferences.options()));
        MutableHttpResponse<?> response = answer.isNull() ? HttpResponse.noContent() : HttpResponse.ok(answer);
        return preferences.confirm(response);
    }
}
