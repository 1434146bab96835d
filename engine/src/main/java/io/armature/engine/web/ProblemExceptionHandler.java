package io.armature.engine.web;

import io.armature.engine.problem.ProblemDocument;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;

/** Leads refusals past the logging of what is unexpected. */
@Singleton
public final class ProblemExceptionHandler
        implements ExceptionHandler<ProblemException, HttpResponse<ProblemDocument>> {

    private final ProblemAnswers answers;

    public ProblemExceptionHandler(ProblemAnswers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface's
    public HttpResponse<ProblemDocument> handle(HttpRequest request, ProblemException refusal) {
        return answers.processResponse(
                ErrorContext.builder(request).cause(refusal).build(), HttpResponse.badRequest());
    }
}
