package io.armature.engine.identity;

/**
 * What a sign-in gives.
 *
 * @param accessToken for the Authorization header, for {@link AccessTokens#LIFETIME}
 * @param refreshToken exchanges for the next access token, once
 * @param cookie the secret of the session cookie; empty after a refresh, which leaves the cookie as it is
 */
public record SignedIn(String accessToken, String refreshToken, String cookie, User user) {}
