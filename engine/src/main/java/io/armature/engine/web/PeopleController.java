package io.armature.engine.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.site.People;
import io.armature.engine.write.Uuids;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import java.util.Map;
import java.util.UUID;

/** A person's data: told, or erased. */
@Controller("/api/people/{pack}/{entity}/{id}")
public final class PeopleController {

    private final People people;

    public PeopleController(People people) {
        this.people = people;
    }

    @Get
    public ObjectNode export(RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        return people.export(context, pack + "." + entity, person(request, id));
    }

    @Delete
    public Map<String, Integer> erase(
            RequestContext context, HttpRequest<?> request, String pack, String entity, String id) {
        return people.erase(context, pack + "." + entity, person(request, id));
    }

    private static UUID person(HttpRequest<?> request, String id) {
        return Uuids.parse(id)
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", request.getPath(), "")));
    }
}
