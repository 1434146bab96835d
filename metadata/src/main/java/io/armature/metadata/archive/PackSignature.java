package io.armature.metadata.archive;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * An Ed25519 signature over a pack's sums.
 *
 * @param publicKey X.509, in Base64
 * @param signature in Base64
 */
public record PackSignature(String publicKey, String signature) {

    private static final String ALGORITHM = "Ed25519";

    /** Signs the sums of an archive. */
    static PackSignature sign(byte[] sums, SigningKeys keys) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM);
            signer.initSign(keys.privateKey());
            signer.update(sums);
            Base64.Encoder encoder = Base64.getEncoder();
            return new PackSignature(
                    encoder.encodeToString(keys.publicKey().getEncoded()), encoder.encodeToString(signer.sign()));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("The key cannot sign: " + unusable.getMessage(), unusable);
        }
    }

    /** Whether this is the key's signature of these sums. */
    boolean signs(byte[] sums) {
        try {
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(publicKey(publicKey));
            verifier.update(sums);
            return verifier.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notSigned) {
            return false;
        }
    }

    private static PublicKey publicKey(String base64) throws GeneralSecurityException {
        return KeyFactory.getInstance(ALGORITHM)
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    /** A pair of keys that signs packs. */
    public record SigningKeys(PrivateKey privateKey, PublicKey publicKey) {

        /**
         * Reads a pair: two lines of Base64, the private key as PKCS#8 and the public key as X.509.
         *
         * @throws IllegalArgumentException when it is none
         */
        public static SigningKeys read(String text) {
            String[] lines = text.strip().split("\\s+");
            if (lines.length != 2) {
                throw new IllegalArgumentException(
                        "A key file has two lines in Base64: the private key as PKCS#8, the public key as X.509");
            }
            try {
                PrivateKey key = KeyFactory.getInstance(ALGORITHM)
                        .generatePrivate(
                                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[0])));
                return new SigningKeys(key, PackSignature.publicKey(lines[1]));
            } catch (GeneralSecurityException unreadable) {
                throw new IllegalArgumentException("Not an Ed25519 key: " + unreadable.getMessage(), unreadable);
            }
        }
    }
}
