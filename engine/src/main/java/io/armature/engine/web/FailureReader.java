package io.armature.engine.web;

import io.armature.engine.audit.ErrorLog;
import io.armature.engine.db.DatabaseException;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.exceptions.BufferLengthExceededException;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.http.server.exceptions.NotAcceptableException;
import io.micronaut.http.server.exceptions.NotAllowedException;
import io.micronaut.http.server.exceptions.UnsupportedMediaException;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what problem a failure is. What is nobody's fault but ours is logged and gets a number. */
@Singleton
public final class FailureReader {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReader.class);
    /** What the server says of an address that is none. */
    private static final String MALFORMED_ADDRESS = "Malformed URI";

    /** Bytes that the address of a request may have, and all its headers together: long filters stand in addresses. */
    public static final int MOST_HEAD_BYTES = 16 * 1024;

    private static final int CLIENT_ERROR = 400;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int SERVER_ERROR = 500;

    private final DatabaseFailures database;
    private final ErrorLog errors;

    public FailureReader(DatabaseFailures database, ErrorLog errors) {
        this.database = database;
        this.errors = errors;
    }

    /** @param status the answer's status, as the server would have it */
    public List<Problem> read(HttpRequest<?> request, ErrorContext failure, int status) {
        Throwable cause = failure.getRootCause().orElse(null);
        return switch (cause) {
            case null -> List.of(byStatus(request, failure, status));
            case ProblemException refusal -> refusal.problems();
            case AuthorizationException rejected -> List.of(rejected(rejected));
            case NotAllowedException notAllowed -> List.of(methodNotAllowed(request, notAllowed));
            case UnsupportedMediaException unsupported -> List.of(unsupportedMedia(request, unsupported));
            case NotAcceptableException notAcceptable -> List.of(notAcceptable(notAcceptable));
            case ConversionErrorException parameter -> List.of(parameter(parameter));
            case UnsatisfiedRouteException missing -> List.of(missing(missing));
            case ContentLengthExceededException tooLarge -> List.of(JsonBodies.tooLarge());
            case BufferLengthExceededException tooLarge -> List.of(JsonBodies.tooLarge());
            case DatabaseException refused ->
                List.of(database.read(refused).orElseGet(() -> incident(request, refused)));
            default -> List.of(status < SERVER_ERROR ? byStatus(request, failure, status) : incident(request, cause));
        };
    }

    private Problem byStatus(HttpRequest<?> request, ErrorContext failure, int status) {
        return switch (status) {
            case NOT_FOUND -> Problem.inValue(ProblemCode.NOT_FOUND, "", request.getPath(), "");
            // Bodies that are too large are told by an exception; what is left is an address or a header.
            case TOO_LARGE -> Problem.inValue(ProblemCode.ADDRESS_TOO_LONG, "", Integer.toString(MOST_HEAD_BYTES));
            default ->
                status >= CLIENT_ERROR && status < SERVER_ERROR
                        ? malformed(message(failure))
                        : incident(request, new IllegalStateException(message(failure)));
        };
    }

    private static Problem rejected(AuthorizationException rejection) {
        return rejection.isForbidden()
                ? Problem.inValue(ProblemCode.FORBIDDEN, "", "call this", "Ask an administrator for a role that may.")
                : Problem.inValue(ProblemCode.SIGN_IN_REQUIRED, "");
    }

    private static Problem malformed(String message) {
        return message.equals(MALFORMED_ADDRESS)
                ? Problem.inValue(ProblemCode.MALFORMED_ADDRESS, "")
                : Problem.inValue(ProblemCode.MALFORMED_REQUEST, "", message, "");
    }

    private static String message(ErrorContext failure) {
        return failure.getErrors().stream().findFirst().map(Error::getMessage).orElse("");
    }

    private static Problem methodNotAllowed(HttpRequest<?> request, NotAllowedException refusal) {
        return Problem.inValue(
                ProblemCode.METHOD_NOT_ALLOWED,
                "",
                request.getMethodName(),
                String.join(", ", refusal.getAllowedMethods().stream().sorted().toList()));
    }

    private static Problem unsupportedMedia(HttpRequest<?> request, UnsupportedMediaException refusal) {
        return Problem.inValue(
                ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                "",
                request.getContentType().map(Object::toString).orElse(""),
                String.join(", ", refusal.getAcceptableContentTypes()));
    }

    private static Problem notAcceptable(NotAcceptableException refusal) {
        return Problem.inValue(ProblemCode.NOT_ACCEPTABLE, "", String.join(", ", refusal.getProduceableContentTypes()));
    }

    private static Problem parameter(ConversionErrorException refusal) {
        String name = refusal.getArgument().getName();
        return Problem.inValue(
                ProblemCode.INVALID_PARAMETER,
                name,
                name,
                String.valueOf(refusal.getConversionError().getOriginalValue().orElse("")),
                "");
    }

    private static Problem missing(UnsatisfiedRouteException refusal) {
        String name = refusal.getArgument().getName();
        return Problem.inValue(ProblemCode.REQUIRED, name, name);
    }

    private Problem incident(HttpRequest<?> request, Throwable cause) {
        String number = UUID.randomUUID().toString();
        LOG.error("Incident {} at {} {}", number, request.getMethodName(), request.getPath(), cause);
        RequestContexts.tenant(request).ifPresent(tenant -> errors.add(tenant, cause, RequestIds.of(request)));
        return Problem.inValue(ProblemCode.INTERNAL_ERROR, "", number);
    }
}
