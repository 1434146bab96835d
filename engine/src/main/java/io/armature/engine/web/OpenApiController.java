package io.armature.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.armature.engine.access.Access;
import io.armature.engine.access.AccessPolicy;
import io.armature.engine.current.CurrentModels;
import io.armature.engine.openapi.OpenApiDocument;
import io.armature.engine.record.ScriptActions;
import io.armature.engine.script.Action;
import io.armature.metadata.model.Model;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Optional;

/** Describes the REST interface to machines: what the caller may use of what his tenant has installed. */
@Controller
public final class OpenApiController {

    private final Access access;
    private final ScriptActions actions;
    private final ObjectMapper mapper = new ObjectMapper();

    public OpenApiController(Access access, ScriptActions actions) {
        this.access = access;
        this.actions = actions;
    }

    /** A stranger is told how to sign in, and nothing of the tenant's model. */
    @Get(uri = "/openapi.json", produces = MediaType.APPLICATION_JSON)
    public HttpResponse<byte[]> document(HttpRequest<?> request) {
        Optional<AccessPolicy> policy = RequestContexts.of(request).map(access::policy);
        Model model = policy.map(AccessPolicy::visible).orElse(CurrentModels.EMPTY);
        String tag = "\"" + model.digest() + "\"";
        if (Optional.ofNullable(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH))
                .filter(tag::equals)
                .isPresent()) {
            return HttpResponse.notModified();
        }
        return HttpResponse.ok(bytes(
                        model,
                        policy,
                        RequestContexts.of(request).map(actions::of).orElse(List.of())))
                .header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.VARY, "Authorization, Cookie");
    }

    private byte[] bytes(Model model, Optional<AccessPolicy> policy, List<Action> callable) {
        try {
            return mapper.writeValueAsBytes(OpenApiDocument.of(
                    model,
                    "Armature",
                    "/",
                    callable,
                    (verb, entity) -> policy.filter(
                                    may -> !may.may(verb, entity).isNone())
                            .isPresent()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree is always writable", impossible);
        }
    }
}
