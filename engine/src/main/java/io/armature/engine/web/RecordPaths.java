package io.armature.engine.web;

import io.armature.engine.write.Uuids;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import java.util.UUID;

/** Reads the id of a record from an address. */
final class RecordPaths {

    private RecordPaths() {}

    /** @throws ProblemException when it is no id: nothing can be there */
    static UUID id(HttpRequest<?> request, String id) {
        return Uuids.parse(id)
                .orElseThrow(
                        () -> new ProblemException(Problem.inValue(ProblemCode.NOT_FOUND, "", request.getPath(), "")));
    }
}
