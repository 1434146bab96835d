package io.armature.engine.identity;

import java.util.UUID;

/** What a request brings to say who is calling. */
public sealed interface Credential {

    /** An access token that was checked: the session it is for. */
    record OfSession(UUID session) implements Credential {}

    /** The secret in a browser's cookie. */
    record Cookie(String secret) implements Credential {}

    /** The token of this machine's owner, which was checked. */
    record Owner() implements Credential {}

    /** A token made for a program. */
    record ApiToken(String secret) implements Credential {}
}
