package io.armature.engine.web;

import io.armature.engine.access.Access;
import io.armature.engine.access.Verb;
import io.armature.engine.current.PackRefusals;
import io.armature.engine.current.RequestContext;
import io.armature.engine.problem.ProblemDocument;
import io.armature.engine.transfer.ImportFormat;
import io.armature.engine.transfer.ImportOptions;
import io.armature.engine.transfer.ImportReport;
import io.armature.engine.transfer.Imports;
import io.armature.metadata.model.Entity;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Records from files. */
@Controller("/api/{pack}/{entity}/import")
public final class ImportController {

    private final Imports imports;
    private final Access access;

    public ImportController(Imports imports, Access access) {
        this.imports = imports;
        this.access = access;
    }

    /** What became of a file; {@code errors} holds the first rows that were refused, {@code leftOut} columns that nobody can set. */
    record Report(
            long rows,
            long created,
            long updated,
            long unchanged,
            long refused,
            boolean kept,
            List<Row> errors,
            List<String> leftOut) {}

    /** What is wrong in one row. */
    record Row(long row, List<ProblemDocument.Detail> errors) {}

    /**
     * Takes a file in. {@code ?format=csv|json|xlsx} names its format if the content type does not, {@code &key=a,b} the
     * fields that say which record a row is, {@code &dryRun=true} keeps nothing, {@code &partial=true} keeps the good rows, {@code
     * &hook=orders} has a function of the pack make of each row what is taken in.
     */
    @Post
    @Consumes(MediaType.ALL)
    public HttpResponse<Report> run(
            RequestContext context, HttpRequest<?> request, String pack, String entity, @Body InputStream body) {
        Entity into = EntityPaths.require(context, pack, entity);
        access.require(context, Verb.IMPORT, into);
        WritePreferences preferences = WritePreferences.of(request);
        ImportOptions options = new ImportOptions(
                parameter(request, "key").map(ImportController::names).orElse(List.of()),
                preferences.dryRun()
                        || parameter(request, "dryRun").filter("true"::equals).isPresent(),
                parameter(request, "partial").filter("true"::equals).isPresent(),
                parameter(request, "hook").filter(name -> !name.isBlank()));
        ImportFormat format = ImportFormat.of(parameter(request, "format")
                .or(() -> request.getContentType().map(MediaType::getName))
                .orElse(""));
        ImportReport report = imports.run(context, into, format, body, options);
        return preferences.confirm(HttpResponse.ok(shown(report, context)));
    }

    private static Report shown(ImportReport report, RequestContext context) {
        return new Report(
                report.rows(),
                report.created(),
                report.updated(),
                report.unchanged(),
                report.refused(),
                report.kept(),
                report.errors().stream()
                        .map(row -> new Row(
                                row.row(),
                                ProblemDocument.details(
                                        PackRefusals.translated(row.problems(), context), context.locale())))
                        .toList(),
                report.leftOut());
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).toList();
    }

    private static Optional<String> parameter(HttpRequest<?> request, String name) {
        return request.getParameters().getFirst(name);
    }
}
