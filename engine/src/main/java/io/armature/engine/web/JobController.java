package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.armature.engine.current.RequestContext;
import io.armature.engine.job.Jobs;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.util.Map;
import java.util.UUID;

/** Jobs by hand. Their lists, and those of their runs, are those of the entities {@code sys.job} and {@code sys.run}. */
@Controller("/api/sys")
public final class JobController {

    private final Jobs jobs;
    private final JsonBodies bodies;

    public JobController(Jobs jobs, JsonBodies bodies) {
        this.jobs = jobs;
        this.bodies = bodies;
    }

    /** The body is what the job is given beside what its definition says; it may be missing. */
    @Post("/job/{id}/run")
    public HttpResponse<Map<String, UUID>> run(HttpRequest<byte[]> request, RequestContext context, UUID id) {
        JsonNode with = request.getBody()
                .filter(bytes -> bytes.length > 0)
                .map(bodies::read)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        if (!with.isObject()) {
            throw new ProblemException(Problem.inValue(ProblemCode.INVALID_VALUE, "", "an object", "{…}"));
        }
        return HttpResponse.accepted().body(Map.of("run", jobs.run(context, id, with)));
    }

    @Post("/job/{id}/pause")
    public HttpResponse<?> pause(RequestContext context, UUID id) {
        jobs.pause(context, id);
        return HttpResponse.noContent();
    }

    @Post("/job/{id}/resume")
    public HttpResponse<?> resume(RequestContext context, UUID id) {
        jobs.resume(context, id);
        return HttpResponse.noContent();
    }

    @Post("/run/{id}/cancel")
    public HttpResponse<?> cancel(RequestContext context, UUID id) {
        jobs.cancel(context, id);
        return HttpResponse.accepted();
    }
}
