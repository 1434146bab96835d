package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.query.request.RecordQuery;
import io.armature.engine.query.request.RecordQueryParser;
import io.armature.engine.transfer.ExportFormat;
import io.armature.engine.transfer.ExportOptions;
import io.armature.engine.transfer.Exports;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records as files. */
@Controller("/api/{pack}/{entity}/export")
public final class ExportController {
    private static final String FORMAT = "format";

    /** {@code safe=false} writes texts as they are, even those that a spreadsheet would run. */
    private static final String SAFE = "safe";

    private final Exports exports;

    public ExportController(Exports exports) {
        this.exports = exports;
    }

    @Get
    public StreamedFile export(HttpRequest<?> request, RequestContext context, String pack, String entity) {
        String name = EntityPaths.require(context, pack, entity).fullName();
        Map<String, List<String>> parameters =
                new HashMap<>(request.getParameters().asMap());
        ExportFormat format = format(parameters.remove(FORMAT));
        ExportOptions options = new ExportOptions(!List.of("false").equals(parameters.remove(SAFE)));
        RecordQuery query = RecordQueryParser.ofUrlForAll(name, parameters);
        return new StreamedFile(exports.open(context, query, format, options), MediaType.of(format.mediaType()))
                .attach(entity + "." + format.name());
    }

    private ExportFormat format(@Nullable List<String> given) {
        String name = given == null || given.size() != 1 ? "" : given.getFirst();
        return exports.format(name)
                .orElseThrow(() -> new ProblemException(Problem.inValue(
                        ProblemCode.PARAMETER_OPTIONS, FORMAT, FORMAT, String.join(", ", exports.formats()))));
    }
}
