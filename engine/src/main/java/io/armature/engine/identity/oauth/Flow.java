package io.armature.engine.identity.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A sign-in under way, kept sealed in the browser that began it: what comes back must belong to it.
 *
 * @param redirect a path of this site to go to afterwards
 * @param until seconds since 1970, after which it is over
 */
record Flow(
        @JsonProperty("provider") String provider,
        @JsonProperty("state") String state,
        @JsonProperty("nonce") String nonce,
        @JsonProperty("verifier") String verifier,
        @JsonProperty("redirect") String redirect,
        @JsonProperty("until") long until) {}
