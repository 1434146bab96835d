package io.armature.engine.identity.oauth;

import io.armature.engine.identity.NameMap;
import io.armature.engine.identity.ProvidedUser.Admission;
import java.net.URI;
import java.util.Optional;

/**
 * A provider as a tenant's administrator describes it.
 *
 * @param issuer of an OpenID provider; empty for one of plain OAuth
 * @param endpoints of one of plain OAuth
 * @param clientSecret empty for a public client
 * @param claims where things are in what the provider says
 */
record Provider(
        String name,
        String title,
        Optional<String> issuer,
        Optional<Endpoints> endpoints,
        String clientId,
        Optional<String> clientSecret,
        String scopes,
        Claims claims,
        Admission admission) {

    /** Where a provider of plain OAuth answers. */
    record Endpoints(URI authorization, URI token, URI userinfo) {}

    /**
     * Where things are in what the provider says, dots leading inwards, and what they mean here.
     *
     * @param roles empty where the provider does not decide of roles
     * @param groups empty where the provider does not decide of groups
     */
    record Claims(
            String subject,
            String username,
            Optional<String> roles,
            NameMap roleMap,
            Optional<String> groups,
            NameMap groupMap) {}

    /** How its accounts are called here. */
    String key() {
        return "oauth:" + name;
    }
}
