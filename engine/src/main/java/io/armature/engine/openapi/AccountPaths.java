package io.armature.engine.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The addresses at which people look after their accounts: sessions, tokens, second factors, mails. */
final class AccountPaths {

    private static final List<Call> CALLS = List.of(
            new Call("/api/auth/refresh", "post", "refresh", "The next access token", false, "refreshToken"),
            new Call(
                    "/api/auth/me",
                    "patch",
                    "changePreferences",
                    "Change what one prefers",
                    true,
                    "locale",
                    "timeZone",
                    "theme",
                    "dateFormat",
                    "numberFormat",
                    "homePage"),
            new Call("/api/auth/companies", "get", "listCompanies", "The companies one may work in", true),
            new Call("/api/auth/company", "put", "chooseCompany", "Work in another company", true, "company"),
            new Call("/api/auth/sites", "get", "listSites", "The sites one may go to from here", true),
            new Call("/api/auth/sessions", "get", "listSessions", "One's sessions", true),
            new Call("/api/auth/sessions", "delete", "endSessions", "Sign out everywhere", true),
            new Call("/api/auth/sessions/{id}", "delete", "endSession", "End a session", true),
            new Call(
                    "/api/auth/password",
                    "post",
                    "changePassword",
                    "Change one's password",
                    true,
                    "password",
                    "newPassword"),
            new Call(
                    "/api/auth/email",
                    "post",
                    "changeEmail",
                    "Ask to confirm another address",
                    true,
                    "email",
                    "password"),
            new Call("/api/auth/otp", "get", "readSecondFactor", "How one stands to the second factor", true),
            new Call("/api/auth/otp", "post", "beginSecondFactor", "A secret for an authenticator program", true),
            new Call("/api/auth/otp/confirm", "post", "confirmSecondFactor", "Make the secret count", true, "otp"),
            new Call("/api/auth/otp/recovery", "post", "renewRecoveryCodes", "New recovery codes", true, "otp"),
            new Call(
                    "/api/auth/otp/remove",
                    "post",
                    "removeSecondFactor",
                    "Take the second factor off",
                    true,
                    "password",
                    "otp"),
            new Call("/api/auth/tokens", "get", "listTokens", "Tokens for programs", true),
            new Call("/api/auth/tokens", "post", "createToken", "Make a token, shown this once", true, "name"),
            new Call("/api/auth/tokens/{id}", "delete", "revokeToken", "Revoke a token", true),
            new Call("/api/auth/impersonate", "post", "impersonate", "Act in a user's name", true, "username"),
            new Call("/api/auth/impersonate", "delete", "endImpersonation", "Act in one's own name again", true),
            new Call("/api/auth/invite", "post", "invite", "Invite a user by mail", true, "email", "name"),
            new Call(
                    "/api/auth/reset",
                    "post",
                    "resetPassword",
                    "Ask for a link for a new password, or use it",
                    false,
                    "email",
                    "token",
                    "password"),
            new Call(
                    "/api/auth/confirm",
                    "post",
                    "confirmLink",
                    "Use the link of an invitation or address",
                    false,
                    "token",
                    "password"),
            new Call("/api/auth/providers", "get", "listProviders", "Providers to sign in by", false));

    private AccountPaths() {}

    /**
     * A call.
     *
     * @param signedIn whether it needs a sign-in
     * @param properties of its body; none without a body
     */
    private record Call(
            String path, String method, String id, String summary, boolean signedIn, List<String> properties) {
        Call(String path, String method, String id, String summary, boolean signedIn, String... properties) {
            this(path, method, id, summary, signedIn, List.of(properties));
        }
    }

    static void add(ObjectNode paths) {
        CALLS.forEach(call -> add(paths, call));
    }

    private static void add(ObjectNode paths, Call call) {
        ObjectNode operation = FixedOperation.begin(
                paths, call.path(), call.method(), call.id(), call.summary(), AuthenticationPaths.TAG);
        if (!call.signedIn()) {
            operation.putArray("security");
        }
        if (!call.properties().isEmpty()) {
            FixedOperation.body(operation, "application/json", schema(call.properties()));
        }
        FixedOperation.end(operation, call.summary());
    }

    private static ObjectNode schema(List<String> names) {
        ObjectNode schema = Schemas.object();
        ObjectNode properties = schema.putObject("properties");
        names.forEach(name -> properties.set(name, Schemas.text("")));
        return schema;
    }
}
