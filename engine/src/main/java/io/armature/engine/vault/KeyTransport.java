package io.armature.engine.vault;

import io.armature.engine.db.SqlRunner;
import io.armature.engine.tenant.Tenant;
import io.armature.engine.vault.DataKeyStore.Wrapped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Takes a tenant's keys from one server to another: wrapped by a passphrase, or as they are where both servers have the
 * same master key.
 */
public final class KeyTransport {

    private static final String PASSPHRASE = "passphrase:";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";

    /** OWASP's choice for this algorithm. */
    private static final int ROUNDS = 600_000;

    private static final int SALT_BYTES = 16;

    private final MasterKeys masters;
    private final Cipher256 cipher = new Cipher256();
    private final SecureRandom random = new SecureRandom();

    public KeyTransport(MasterKeys masters) {
        this.masters = masters;
    }

    /** The tenant's keys, the oldest first. */
    public List<PortableKey> take(SqlRunner sql, Tenant tenant, Optional<String> passphrase) {
        List<PortableKey> keys = new ArrayList<>();
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Optional<byte[]> outer = passphrase.map(text -> derive(text, salt));
        String by = PASSPHRASE + Base64.getEncoder().encodeToString(salt);
        for (Wrapped key : DataKeyStore.all(sql, tenant).reversed()) {
            keys.add(outer.map(wrapping -> new PortableKey(
                            key.id(),
                            key.purpose(),
                            by,
                            cipher.seal(wrapping, key.purpose() + key.id(), unwrap(key.master(), key, passphrase))))
                    .orElseGet(() -> new PortableKey(key.id(), key.purpose(), key.master(), key.bytes())));
        }
        return keys;
    }

    /** Gives the tenant these keys, wrapped by this server's master key. */
    public void give(SqlRunner sql, Tenant tenant, List<PortableKey> keys, Optional<String> passphrase) {
        MasterKey master = masters.current();
        for (PortableKey key : keys) {
            Wrapped foreign = new Wrapped(key.id(), key.purpose(), key.wrappedBy(), key.bytes());
            byte[] plain = unwrap(key.wrappedBy(), foreign, passphrase);
            byte[] own = cipher.seal(master.bytes(), key.purpose() + key.id(), plain);
            DataKeyStore.add(sql, tenant, new Wrapped(key.id(), key.purpose(), master.id(), own));
        }
    }

    private byte[] unwrap(String by, Wrapped key, Optional<String> passphrase) {
        Optional<byte[]> wrapping = by.startsWith(PASSPHRASE)
                ? passphrase.map(text -> derive(text, Base64.getDecoder().decode(by.substring(PASSPHRASE.length()))))
                : masters.find(by).map(MasterKey::bytes);
        return wrapping.flatMap(secret -> cipher.open(secret, key.purpose() + key.id(), key.bytes()))
                .orElseThrow(Vault::locked);
    }

    private static byte[] derive(String passphrase, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(passphrase.toCharArray(), salt, ROUNDS, MasterKey.LENGTH * Byte.SIZE);
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, impossible);
        }
    }
}
