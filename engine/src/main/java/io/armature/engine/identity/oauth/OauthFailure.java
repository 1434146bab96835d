package io.armature.engine.identity.oauth;

/** A provider said no, something that makes no sense, or nothing; the message is for logs and for the user. */
final class OauthFailure extends Exception {

    private static final long serialVersionUID = 1L;

    OauthFailure(String message) {
        super(message);
    }

    OauthFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
