package io.armature.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.armature.engine.current.RequestContext;
import io.armature.engine.print.ExportFiles;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.transfer.ExportOrder;
import io.armature.engine.write.Uuids;
import io.armature.metadata.model.Entity;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.server.types.files.StreamedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Records as files. */
@Controller("/api/{pack}/{entity}/export")
public final class ExportController {
    private static final String FORMAT = "format";

    /** {@code safe=false} writes texts as they are, even those that a spreadsheet would run. */
    private static final String SAFE = "safe";

    /** Ids of the only records wanted. */
    private static final String IDS = "ids";

    private static final int MOST_IDS = 10_000;

    private final ExportFiles files;
    private final JsonBodies bodies;

    public ExportController(ExportFiles files, JsonBodies bodies) {
        this.files = files;
        this.bodies = bodies;
    }

    @Get
    public StreamedFile export(HttpRequest<?> request, RequestContext context, String pack, String entity) {
        Entity found = EntityPaths.require(context, pack, entity);
        Map<String, List<String>> parameters =
                new HashMap<>(request.getParameters().asMap());
        List<String> format = Optional.ofNullable(parameters.remove(FORMAT)).orElse(List.of());
        boolean harmless = !List.of("false").equals(parameters.remove(SAFE));
        ExportOrder order = new ExportOrder(
                RecordQueryParser.ofUrlForAll(found.fullName(), parameters), Optional.empty(), harmless);
        return answer(context, found, order, format.size() == 1 ? format.getFirst() : "");
    }

    /** The same for what is too long for an address: {@code {"format": "xlsx", "ids": [...]}}, with what lists can say. */
    @Post
    public StreamedFile exportSome(RequestContext context, String pack, String entity, @Body byte[] body) {
        Entity found = EntityPaths.require(context, pack, entity);
        if (!(bodies.read(body) instanceof ObjectNode asked)) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.MALFORMED_REQUEST, "", "the body is no object", "Send a JSON object."));
        }
        String format =
                Optional.ofNullable(asked.remove(FORMAT)).map(JsonNode::asText).orElse("");
        boolean harmless = Optional.ofNullable(asked.remove(SAFE))
                .map(safe -> safe.asBoolean(true))
                .orElse(true);
        Optional<List<UUID>> only = ids(asked.remove(IDS));
        ExportOrder order = new ExportOrder(RecordQueryParser.ofJsonForAll(found.fullName(), asked), only, harmless);
        return answer(context, found, order, format);
    }

    private StreamedFile answer(RequestContext context, Entity entity, ExportOrder order, String format) {
        ExportFiles.File file = files.open(context, entity, order, format, FORMAT);
        return new StreamedFile(file.content(), MediaType.of(file.mediaType()))
                .attach(entity.name().entity() + "." + format);
    }

    private static Optional<List<UUID>> ids(@Nullable JsonNode given) {
        if (given == null || given.isNull()) {
            return Optional.empty();
        }
        if (!given.isArray()) {
            throw new ProblemException(Problem.inValue(ProblemCode.PARAMETER_TYPE, IDS, IDS, "list"));
        }
        if (given.size() > MOST_IDS) {
            throw new ProblemException(
                    Problem.inValue(ProblemCode.PARAMETER_ITEMS, IDS, IDS, Integer.toString(MOST_IDS)));
        }
        return Optional.of(StreamSupport.stream(given.spliterator(), false)
                .map(id -> Uuids.parse(id.asText())
                        .orElseThrow(() ->
                                new ProblemException(Problem.inValue(ProblemCode.PARAMETER_TYPE, IDS, IDS, "uuid"))))
                .toList());
    }
}
