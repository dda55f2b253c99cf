package brussels.passerelle.protocol.jose;

import java.security.SecureRandom;
import java.util.Arrays;

/// Key bytes that can be wiped. The array given becomes the secret's own and is zeroed by [#close()].
///
/// What the JVM copied on the way (a parsed JSON text, a provider's key object) cannot be reached from here; the server
/// never holds such secrets at all, which is the protection that counts.
public final class Secret implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] bytes;
    private boolean closed;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Secret of(byte[] taken) {
        return new Secret(taken);
    }

    public static Secret random(int length) {
        return new Secret(randomBytes(length));
    }

    /// Fresh random bytes that are no secret: identifiers, salts.
    public static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// A fresh identifier: 16 random bytes in base64url, 22 characters.
    public static String randomId() {
        return Base64Url.encode(randomBytes(16));
    }

    /// The live array, not a copy.
    ///
    /// @throws IllegalStateException when closed
    public byte[] bytes() {
        if (closed)
            throw new IllegalStateException("closed");
        return bytes;
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "Secret";
    }
}
