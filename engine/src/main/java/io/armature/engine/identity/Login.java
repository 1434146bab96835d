package io.armature.engine.identity;

import java.util.Optional;

/**
 * What somebody shows to sign in.
 *
 * @param otp a code of the second factor, or a recovery code
 */
public record Login(String username, String password, Optional<String> otp) {}
