package brussels.passerelle.consent.recovery;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Whether a card is the one whose check was kept: the check is the SHA-256 of its proof, and neither tells the share. Pure. */
final class Proof {
    private Proof() {}

    static boolean fits(String proof, String check) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(Base64Url.decode(proof, 32));
            return MessageDigest.isEqual(hash, Base64Url.decode(check, 32));
        } catch (Damaged shape) {
            return false;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static boolean isHash(String text) {
        try {
            Base64Url.decode(text, 32);
            return true;
        } catch (Damaged shape) {
            return false;
        }
    }
}
