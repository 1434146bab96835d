package io.armature.engine.web;

import io.armature.engine.identity.Scopes;
import io.armature.engine.identity.Standing;
import io.armature.engine.identity.User;
import io.armature.metadata.definition.FixedPaths;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What callers reach who are not signed in to the full: with a token of some scopes only records and what describes them;
 * before they have set up a second factor that they need, only what it takes to do so.
 */
final class Gate {

    private static final String SELF = "/api/auth/me";
    private static final String LOGOUT = "/api/auth/logout";
    private static final String FACTOR = "/api/auth/otp";
    private static final String SESSIONS = "/api/auth/sessions";

    /** Of accounts, what is one's own: who knows a password alone shall not make users, tokens, or act as somebody. */
    private static final Set<String> ENROLLING = Set.of(
            SELF,
            LOGOUT,
            FACTOR,
            SESSIONS,
            "/api/auth/login",
            "/api/auth/refresh",
            "/api/auth/reset",
            "/api/auth/confirm",
            "/api/auth/password",
            "/api/auth/providers",
            "/api/auth/companies",
            "/api/screens/texts");

    private static final List<String> OF_ENROLLING = List.of(FACTOR + "/", SESSIONS + "/", "/api/auth/oauth/");

    private static final List<String> DESCRIPTIONS = List.of("/api/meta/", "/api/screens/", "/openapi");
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int PACK = 2;
    private static final int ENTITY = 3;

    /** What reads though it is posted. */
    private static final Pattern ASKING = Pattern.compile("/api/[^/]+/[^/]+/(query|export)");

    private Gate() {}

    /** @throws ProblemException when the caller may not come here */
    static void check(HttpRequest<?> request, User user) {
        Standing standing = user.standing();
        if (standing == Standing.FULL) {
            return;
        }
        if (standing.mustEnrol() && !isEnrolling(request.getPath())) {
            throw new ProblemException(Problem.inValue(ProblemCode.OTP_ENROL_FIRST, ""));
        }
        if (!standing.scopes().areAll() && !reaches(standing.scopes(), request)) {
            throw new ProblemException(Problem.inValue(
                    ProblemCode.FORBIDDEN,
                    "",
                    "do this with this token",
                    "Its scopes are " + String.join(", ", standing.scopes().texts()) + "."));
        }
    }

    private static boolean isEnrolling(String path) {
        return ENROLLING.contains(path) || OF_ENROLLING.stream().anyMatch(path::startsWith);
    }

    private static boolean reaches(Scopes scopes, HttpRequest<?> request) {
        String path = request.getPath();
        boolean read =
                READS.contains(request.getMethod()) || ASKING.matcher(path).matches();
        if (path.equals(LOGOUT)
                || read && (path.equals(SELF) || DESCRIPTIONS.stream().anyMatch(path::startsWith))) {
            return true;
        }
        String[] parts = path.split("/");
        if (parts.length <= ENTITY || FixedPaths.ALL.contains(parts[PACK])) {
            return false;
        }
        String entity = parts[PACK] + "." + parts[ENTITY];
        return read ? scopes.allowRead(entity) : scopes.allowWrite(entity);
    }
}
