package io.armature.engine.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Short-lived bearer tokens: JSON Web Tokens signed by HMAC-SHA-256, the only algorithm that is read, with the key that
 * all nodes share. Checked without the database. Safe for many threads.
 */
public final class AccessTokens {

    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            ENCODER.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + ".";
    private static final String TENANT = "tenant";
    private static final String SESSION = "sid";
    private static final String EXPIRES = "exp";

    private final SecretKeySpec key;
    private final ObjectMapper json;
    private final Clock clock;

    public AccessTokens(byte[] key, ObjectMapper json, Clock clock) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.json = json;
        this.clock = clock;
    }

    /** A token for a session of a tenant. */
    public String create(String tenant, UUID session) {
        ObjectNode claims = json.createObjectNode()
                .put(TENANT, tenant)
                .put(SESSION, session.toString())
                .put(EXPIRES, clock.instant().plus(LIFETIME).getEpochSecond());
        String signed = HEADER + ENCODER.encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + ENCODER.encodeToString(sign(signed));
    }

    /** The session that a token is for; nothing when it is not ours, another tenant's, or too old. */
    public Optional<UUID> session(String tenant, String token) {
        int dot = token.lastIndexOf('.');
        if (dot <= 0 || !token.startsWith(HEADER)) {
            return Optional.empty();
        }
        String signed = token.substring(0, dot);
        try {
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, sign(signed))) {
                return Optional.empty();
            }
            JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(signed.substring(HEADER.length())));
            boolean good = claims.path(TENANT).asText().equals(tenant)
                    && Instant.ofEpochSecond(claims.path(EXPIRES).asLong()).isAfter(clock.instant());
            return good ? Optional.of(UUID.fromString(claims.path(SESSION).asText())) : Optional.empty();
        } catch (IllegalArgumentException | IOException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
