package io.armature.engine.web;

import io.armature.engine.audit.Refusals;
import io.armature.engine.audit.Refusals.Attempt;
import io.armature.engine.current.RequestContext;
import io.armature.engine.problem.ProblemDocument;
import io.armature.engine.tenant.Tenant;
import io.armature.metadata.problem.ProblemCode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the trail of requests that were refused because of who asked. */
@Singleton
public final class RefusalNotes {

    private static final Set<Integer> REFUSED =
            Set.of(HttpStatus.UNAUTHORIZED.getCode(), HttpStatus.FORBIDDEN.getCode());

    /** Where there may be something that this user may not know of. */
    private static final Pattern HIDING = Pattern.compile("/api/([a-z0-9_]+/[a-z0-9_]+/(by/|[0-9a-fA-F-]{36})"
            + "|[a-z0-9_]+/actions/|(reports|dashboards|screens)/)");

    /** What honest callers do not send: another's or a made-up place in a list, and values of what the system says itself. */
    private static final Set<String> FORGED =
            Set.of(ProblemCode.PROVIDER_FAILED.id(), ProblemCode.INVALID_CURSOR.id(), ProblemCode.READ_ONLY.id());

    private final Refusals refusals;
    private final RequestTenants tenants;

    public RefusalNotes(Refusals refusals, RequestTenants tenants) {
        this.refusals = refusals;
        this.tenants = tenants;
    }

    /** Sign-ins that fail are told where they fail; who brings nothing to sign in with has attempted nothing. */
    void note(HttpRequest<?> request, ProblemDocument document) {
        boolean failedSignIn = document.code().equals(ProblemCode.SIGN_IN_FAILED.id());
        boolean refused = REFUSED.contains(document.status())
                || isForged(document)
                || isTrick(request, document)
                || isHidden(request, document);
        if (!refused || failedSignIn || !isAttempt(request)) {
            return;
        }
        RequestContexts.tenant(request)
                .or(() -> tenants.find(request).filter(Tenant::isActive))
                .ifPresent(tenant -> refusals.add(new Attempt(
                        tenant,
                        RequestContexts.of(request).map(RequestContext::user).map(user -> user.id()),
                        RequestOrigins.of(request),
                        request.getMethodName() + " " + request.getPath(),
                        document.code())));
    }

    private static boolean isForged(ProblemDocument document) {
        return FORGED.contains(document.code())
                || document.errors().stream().anyMatch(error -> FORGED.contains(error.code()));
    }

    /** A path or headers that could be read in two ways, refused before anybody asked whose they are. */
    private static boolean isTrick(HttpRequest<?> request, ProblemDocument document) {
        return document.code().equals(ProblemCode.MALFORMED_REQUEST.id())
                && RequestContexts.tenant(request).isEmpty();
    }

    /** What is not there, or not for this user, who is not told which; an administrator sees all there is. */
    private static boolean isHidden(HttpRequest<?> request, ProblemDocument document) {
        return document.status() == HttpStatus.NOT_FOUND.getCode()
                && RequestContexts.of(request)
                        .filter(context -> !context.user().isAdministrator())
                        .isPresent()
                && HIDING.matcher(request.getPath()).lookingAt();
    }

    private static boolean isAttempt(HttpRequest<?> request) {
        return request.getHeaders().get(HttpHeaders.AUTHORIZATION) != null
                || request.getHeaders().get(HttpHeaders.COOKIE) != null;
    }
}
