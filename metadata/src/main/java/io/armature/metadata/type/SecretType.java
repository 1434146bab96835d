package io.armature.metadata.type;

import java.util.Set;

/** A text kept encrypted and shown to nobody who may not see it. */
final class SecretType extends AbstractTextType {

    SecretType() {
        super("secret", "secret", 10_000, "\"s3cret\"", Set.of("min", "max"));
    }
}
