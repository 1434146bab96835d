package io.armature.engine.identity;

import java.util.Optional;
import java.util.Set;

/**
 * Somebody as another system knows him.
 *
 * @param provider {@code oauth:NAME} or {@code ldap:NAME}
 * @param subject what never changes of him there
 * @param username what he may be called here
 * @param verifiedEmail his address, if the provider made sure that it is his
 * @param email his address, as he or the provider says
 * @param roles the roles that he shall have from now on; empty where the provider does not say
 * @param groups the same of groups
 */
public record ProvidedUser(
        String provider,
        String subject,
        String username,
        String name,
        Optional<String> email,
        Optional<String> verifiedEmail,
        Optional<Set<String>> roles,
        Optional<Set<String>> groups) {

    /**
     * Whom a provider lets in.
     *
     * @param signUp whether somebody without an account gets one
     * @param linkByEmail whether a verified address finds the account of that address
     * @param linkByName whether the user name finds the account of that name
     * @param defaultRoles of a new account
     */
    public record Admission(boolean signUp, boolean linkByEmail, boolean linkByName, Set<String> defaultRoles) {}
}
