package io.armature.engine.web;

import io.armature.engine.record.Answer;
import io.armature.engine.write.Written;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** Answers writes of one record: the record as it is now, its version as the tag. */
final class RecordAnswers {

    private RecordAnswers() {}

    static HttpResponse<?> created(WritePreferences preferences, Answer answer, String pack, String entity) {
        MutableHttpResponse<?> response = body(answer, HttpStatus.CREATED);
        return preferences.confirm(response.header(
                HttpHeaders.LOCATION,
                "/api/" + pack + "/" + entity + "/" + answer.written().id()));
    }

    static HttpResponse<?> changed(WritePreferences preferences, Answer answer) {
        if (answer.written().outcome() == Written.Outcome.PENDING) {
            return preferences.confirm(body(answer, HttpStatus.ACCEPTED));
        }
        return preferences.confirm(
                body(answer, answer.representation().isPresent() ? HttpStatus.OK : HttpStatus.NO_CONTENT));
    }

    private static MutableHttpResponse<?> body(Answer answer, HttpStatus status) {
        long version = answer.representation()
                .map(record -> record.version())
                .orElse(answer.written().version());
        MutableHttpResponse<byte[]> response =
                HttpResponse.<byte[]>status(status).header(HttpHeaders.ETAG, "\"" + version + "\"");
        return answer.representation()
                .<MutableHttpResponse<?>>map(
                        record -> response.body(record.json()).contentType(MediaType.APPLICATION_JSON_TYPE))
                .orElse(response);
    }
}
