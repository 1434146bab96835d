package io.armature.engine.identity;

import java.util.Optional;

/**
 * What somebody shows to sign in.
 *
 * @param otp a code of the second factor, or a recovery code
 * @param device the mark of a browser in which somebody has signed in before
 */
public record Login(String username, String password, Optional<String> otp, Optional<String> device) {}
