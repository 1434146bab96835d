package io.armature.engine.web;

import io.armature.engine.current.RequestContext;
import io.armature.engine.file.FileVersion;
import io.armature.engine.file.StoredFile;
import io.armature.engine.file.StoredFiles;
import io.armature.engine.file.Thumbnails;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers with contents of files: whole, in part, or not at all where the caller has them. Browsers run nothing that stands in
 * them.
 */
@Singleton
final class FileContents {

    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final StoredFiles files;
    private final Thumbnails thumbnails;

    FileContents(StoredFiles files, Thumbnails thumbnails) {
        this.files = files;
        this.thumbnails = thumbnails;
    }

    /** @param version an earlier one, if not the present one */
    HttpResponse<?> content(
            RequestContext context, HttpRequest<?> request, UUID id, Optional<Long> version, boolean download) {
        StoredFile file = files.require(context, id);
        FileVersion wanted = version.map(number -> version(context, id, number))
                .orElseGet(() -> new FileVersion(
                        file.version(),
                        file.name(),
                        file.mediaType(),
                        file.size(),
                        file.digest(),
                        file.owner(),
                        file.updatedAt()));
        String tag = "\"" + wanted.digest() + "\"";
        if (has(request, HttpHeaders.IF_NONE_MATCH, tag)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, tag);
        }
        Optional<ByteRange> range = Optional.ofNullable(request.getHeaders().get(HttpHeaders.RANGE))
                .filter(any -> request.getHeaders().get(HttpHeaders.IF_RANGE) == null
                        || has(request, HttpHeaders.IF_RANGE, tag))
                .flatMap(header -> ByteRange.of(header, wanted.size()));
        if (range.filter(bytes -> !bytes.isWithin(wanted.size())).isPresent()) {
            return HttpResponse.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + wanted.size());
        }
        ByteRange bytes = range.orElseGet(() -> new ByteRange(0, wanted.size()));
        InputStream content = files.open(context, wanted.digest(), bytes.from(), bytes.length());
        MutableHttpResponse<?> answer = HttpResponse.status(
                        range.isPresent() ? HttpStatus.PARTIAL_CONTENT : HttpStatus.OK)
                .body(new StreamedFile(
                        content, MediaType.of(wanted.mediaType()), wanted.at().toEpochMilli(), bytes.length()));
        range.ifPresent(part -> answer.header(HttpHeaders.CONTENT_RANGE, part.of(wanted.size())));
        boolean inline = wanted.isHarmless() && !download;
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(inline ? "inline" : "attachment", wanted.name()))
                .header("Content-Security-Policy", NOTHING_RUNS);
    }

    /** A small picture of a file. */
    HttpResponse<?> preview(RequestContext context, HttpRequest<?> request, UUID id, int side) {
        if (side < Thumbnails.SMALLEST || side > Thumbnails.LARGEST) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.OUT_OF_RANGE, "size", "between " + Thumbnails.SMALLEST + " and " + Thumbnails.LARGEST));
        }
        StoredFile file = files.require(context, id);
        String tag = "\"" + file.digest() + "-" + side + "\"";
        if (has(request, HttpHeaders.IF_NONE_MATCH, tag)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, tag);
        }
        byte[] picture = thumbnails
                .of(context, file, side)
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.NOT_FOUND, "", "files/" + id + "/preview", "")));
        return HttpResponse.ok(picture)
                .contentType(MediaType.IMAGE_PNG_TYPE)
                .header(HttpHeaders.ETAG, tag)
                .header("Content-Security-Policy", NOTHING_RUNS);
    }

    private FileVersion version(RequestContext context, UUID id, long number) {
        return files.versions(context, id).stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.inValue(ProblemCode.NOT_FOUND, "", "files/" + id + "?version=" + number, "")));
    }

    private static boolean has(HttpRequest<?> request, String header, String tag) {
        String given = request.getHeaders().get(header);
        return given != null && (given.strip().equals("*") || given.contains(tag));
    }

    /** The name in plain letters for old browsers, and as it is for others. */
    private static String disposition(String how, String name) {
        String plain = name.replaceAll("[^\\p{Alnum}._ -]", "_");
        String exact = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return how + "; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
    }
}
