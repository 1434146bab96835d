package io.armature.engine.vault;

import java.util.UUID;

/**
 * A tenant's key on its way to another server.
 *
 * @param purpose what it is for
 * @param wrappedBy the master key's id, or {@code passphrase} with the salt behind a colon
 * @param bytes wrapped
 */
public record PortableKey(UUID id, String purpose, String wrappedBy, byte[] bytes) {

    public PortableKey {
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
