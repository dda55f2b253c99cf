package brussels.passerelle.protocol.derive;

import brussels.passerelle.protocol.jose.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF with SHA-256 (RFC 5869). An empty salt means the RFC's default.
public final class Hkdf {
    private Hkdf() {}

    public static byte[] derive(byte[] ikm, byte[] salt, byte[] info, int length) {
        try {
            var extract = HKDFParameterSpec.ofExtract().addIKM(ikm);
            if (salt.length > 0)
                extract.addSalt(salt);
            return KDF.getInstance("HKDF-SHA256").deriveData(extract.thenExpand(info, length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA256 is missing", e);
        }
    }

    /// Without salt, the info as text: the way every key of suite 1 is told apart from the others.
    public static Secret derive(Secret ikm, String info, int length) {
        return Secret.of(derive(ikm.bytes(), new byte[0], info.getBytes(StandardCharsets.UTF_8), length));
    }
}
