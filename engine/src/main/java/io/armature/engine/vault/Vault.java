package io.armature.engine.vault;

import io.armature.engine.db.Database;
import io.armature.engine.db.Signals;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.DataKeys.DataKey;
import io.armature.metadata.problem.Problem;
import io.armature.metadata.problem.ProblemCode;
import io.armature.metadata.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps secrets unreadable at rest: texts sealed by AES-256-GCM with a key of the tenant's own, whose id stands before what
 * is sealed. What is sealed for one purpose opens for no other, so that a secret cannot be read by moving it. Safe for many
 * threads.
 */
public final class Vault {

    /** What keys are for that seal secrets. */
    static final String SECRETS = "secrets";

    /** What the key is for that signs the trail of what happened. */
    static final String TRAIL = "trail";

    private static final Pattern FORM = Pattern.compile("v1:([0-9a-f-]{36}):([A-Za-z0-9_-]+)");

    private final DataKeys keys;
    private final Cipher256 cipher = new Cipher256();

    public Vault(Database database, MasterKeys masters, Signals signals) {
        this(new DataKeys(database, masters, signals));
    }

    Vault(DataKeys keys) {
        this.keys = keys;
    }

    /**
     * A text made unreadable.
     *
     * @param purpose says what it is, such as {@code sys.webhook.secret}; the same to open it
     * @throws ProblemException when this node lacks the master key of the tenant's keys
     */
    public String seal(Tenant tenant, String purpose, String secret) {
        DataKey key = keys.newest(tenant).orElseThrow(Vault::locked);
        byte[] sealed = cipher.seal(key.bytes(), purpose, secret.getBytes(StandardCharsets.UTF_8));
        return "v1:" + key.id() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /**
     * The text that was sealed.
     *
     * @throws ProblemException when it cannot be opened here: the key is missing, or it was sealed for another purpose, or
     *     was changed
     */
    public String open(Tenant tenant, String purpose, String sealed) {
        Matcher form = FORM.matcher(sealed);
        if (!form.matches()) {
            throw locked();
        }
        return keys.find(tenant, UUID.fromString(form.group(1)))
                .flatMap(key ->
                        cipher.open(key.bytes(), purpose, Base64.getUrlDecoder().decode(form.group(2))))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(Vault::locked);
    }

    DataKeys keys() {
        return keys;
    }

    /** Whether a text has the form of something sealed. */
    public static boolean isSealed(String text) {
        return FORM.matcher(text).matches();
    }

    /** The key that signs the tenant's trail; nothing when this node lacks the master key. */
    public Optional<byte[]> trailKey(Tenant tenant) {
        return keys.trail(tenant).map(DataKey::bytes);
    }

    static ProblemException locked() {
        return new ProblemException(Problem.inValue(
                ProblemCode.UNAVAILABLE, "", "a secret is sealed with a key that this node does not have"));
    }
}
