package io.armature.engine.web;

import io.armature.engine.current.PackRefusals;
import io.armature.engine.current.RequestContext;
import io.armature.engine.problem.ProblemDocument;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** The one place where failures become answers: RFC 9457 in the caller's language. */
@Singleton
public final class ProblemAnswers implements ErrorResponseProcessor<ProblemDocument> {

    private static final MediaType PROBLEM_JSON = MediaType.of(ProblemDocument.MEDIA_TYPE);

    private final FailureReader failures;
    private final RefusalNotes refusals;

    public ProblemAnswers(FailureReader failures, RefusalNotes refusals) {
        this.failures = failures;
        this.refusals = refusals;
    }

    @Override
    public MutableHttpResponse<ProblemDocument> processResponse(ErrorContext failure, MutableHttpResponse<?> answer) {
        HttpRequest<?> request = failure.getRequest();
        List<Problem> problems = inWords(request, failures.read(request, failure, answer.code()));
        ProblemDocument document = ProblemDocument.of(problems, locale(request));
        refusals.note(request, document);
        MutableHttpResponse<ProblemDocument> problem =
                answer.status(HttpStatus.valueOf(document.status())).body(null);
        if (problems.getFirst().code() == ProblemCode.TOO_MANY_REQUESTS) {
            problem.header(
                    HttpHeaders.RETRY_AFTER, problems.getFirst().arguments().getFirst());
        }
        return request.getMethod() == HttpMethod.HEAD
                ? problem
                : problem.body(document).contentType(PROBLEM_JSON);
    }

    private static List<Problem> inWords(HttpRequest<?> request, List<Problem> problems) {
        return RequestContexts.of(request)
                .map(context -> PackRefusals.translated(problems, context))
                .orElse(problems);
    }

    private static Locale locale(HttpRequest<?> request) {
        return RequestContexts.of(request)
                .map(RequestContext::locale)
                .orElseGet(() -> request.getLocale().orElse(Locale.ENGLISH));
    }
}
