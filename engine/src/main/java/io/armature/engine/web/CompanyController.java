package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.identity.Companies;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In which company the caller works. */
@Controller("/api/auth")
public final class CompanyController {

    private final Companies companies;
    private final JsonBodies bodies;

    public CompanyController(Companies companies, JsonBodies bodies) {
        this.companies = companies;
        this.bodies = bodies;
    }

    /** Which one. */
    record Choice(@Nullable UUID company) {}

    @Get("/companies")
    public Map<String, List<Companies.Company>> list(RequestContext context) {
        return Map.of("data", companies.of(context.tenant(), context.model(), context.user()));
    }

    @Put("/company")
    public HttpResponse<?> choose(RequestContext context, @Body byte[] body) {
        UUID company = Optional.ofNullable(bodies.read(body, Choice.class).company())
                .orElseThrow(() -> new ProblemException(Problem.inValue(ProblemCode.REQUIRED, "company", "company")));
        companies.choose(context.tenant(), context.model(), context.user(), company, context.origin());
        return HttpResponse.noContent();
    }
}
