package brussels.passerelle.protocol.envelope;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.Hkdf;
import brussels.passerelle.protocol.jose.Secret;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// The arithmetic of `AES256_GCM_HKDF_1MB`: header `[40][salt 32][nonce prefix 7]`; nonce = prefix, segment number (u32), last
/// flag; ciphertext segments of 1 MiB, the first one shorter by the header.
final class Segments {
    static final int HEADER = 40;
    static final int TAG = 16;
    static final int SEALED = 1 << 20;
    /// Small steps let the compiler find the cipher's inner loop within the first paper: the processor's own AES instead of
    /// Java's, some fifty times faster.
    private static final int STEP = 1024;
    private final byte[] prefix;
    private final SecretKeySpec key;
    private final Cipher cipher;
    private int number;

    private Segments(Secret dek, PaperVersion paper, byte[] header) {
        this.prefix = Arrays.copyOfRange(header, 33, HEADER);
        byte[] salt = Arrays.copyOfRange(header, 1, 33);
        try (var segmentKey = Secret.of(Hkdf.derive(dek.bytes(), salt, paper.associatedData(), 32))) {
            this.key = new SecretKeySpec(segmentKey.bytes(), "AES");
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /// Starts a new envelope.
    static Segments fresh(Secret dek, PaperVersion paper, byte[] header) {
        return new Segments(dek, paper, header);
    }

    static byte[] freshHeader() {
        byte[] header = Secret.randomBytes(HEADER);
        header[0] = HEADER;
        return header;
    }

    /// Goes through an existing envelope.
    static Segments of(Secret dek, PaperVersion paper, byte[] header) throws Damaged {
        if (header.length != HEADER || header[0] != HEADER)
            throw new Damaged();
        return new Segments(dek, paper, header);
    }

    /// The plaintext capacity of the segment that comes next.
    int capacity() {
        return SEALED - TAG - (number == 0 ? HEADER : 0);
    }

    int seal(byte[] plain, int length, boolean last, byte[] out) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, nonce(last));
            int written = 0;
            for (int at = 0; at < length; at += STEP) {
                written += cipher.update(plain, at, Math.min(STEP, length - at), out, written);
            }
            return written + cipher.doFinal(out, written);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    int open(byte[] sealed, int length, boolean last, byte[] out) throws Damaged {
        if (length < TAG)
            throw new Damaged();
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(last));
            return cipher.doFinal(sealed, 0, length, out, 0);
        } catch (AEADBadTagException e) {
            throw new Damaged();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open", e);
        }
    }

    private GCMParameterSpec nonce(boolean last) {
        byte[] nonce = ByteBuffer.allocate(12).put(prefix).putInt(number++).put((byte) (last ? 1 : 0)).array();
        return new GCMParameterSpec(8 * TAG, nonce);
    }
}
