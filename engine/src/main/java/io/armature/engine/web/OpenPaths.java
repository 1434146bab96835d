package io.armature.engine.web;

import jakarta.inject.Singleton;
import java.util.Set;

/** Which paths need no sign-in. */
@Singleton
public final class OpenPaths {

    private static final Set<String> WITHOUT_USER = Set.of(
            "/api/auth/login",
            "/api/auth/refresh",
            "/api/auth/logout",
            "/api/auth/reset",
            "/api/auth/confirm",
            "/api/auth/providers",
            "/api/screens/texts");

    private static final String PROVIDERS = "/api/auth/oauth/";

    /** Paths for which neither tenant nor user matter: health, and the files of the screens. */
    boolean needNothing(String path) {
        return !path.startsWith("/api/") && !path.equals("/api") && !path.startsWith("/openapi");
    }

    /** Paths that tell or do nothing which a stranger may not have; a user is found if there is one. */
    boolean needNobody(String path) {
        return WITHOUT_USER.contains(path) || path.startsWith(PROVIDERS) || path.startsWith("/openapi");
    }
}
