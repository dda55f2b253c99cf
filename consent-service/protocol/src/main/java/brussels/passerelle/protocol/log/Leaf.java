package brussels.passerelle.protocol.log;

import java.nio.charset.StandardCharsets;

/// What stands in the tree for an event.
public final class Leaf {
    private static final int SALT = 32;
    private final byte[] data;

    private Leaf(byte[] data) {
        this.data = data;
    }

    /// A commitment: whoever has salt and event can show it, nobody else can guess it, and once both are erased it means
    /// nothing.
    ///
    /// @param salt  32 random bytes
    /// @param event canonical JSON (RFC 8785)
    public static Leaf personal(byte[] salt, String event) {
        if (salt.length != SALT)
            throw new IllegalArgumentException("salt");
        var digest = Hashes.sha256();
        digest.update(salt);
        return new Leaf(prefixed(1, digest.digest(utf8(event))));
    }

    /// An event for everyone, such as a new key of an agency.
    ///
    /// @param event canonical JSON (RFC 8785)
    public static Leaf open(String event) {
        return new Leaf(prefixed(2, utf8(event)));
    }

    /// The leaf's bytes, as entry bundles show them.
    public byte[] data() {
        return data.clone();
    }

    /// `SHA-256(0x00 || data)`.
    public byte[] hash() {
        return Hashes.leaf(data);
    }

    private static byte[] prefixed(int kind, byte[] bytes) {
        byte[] data = new byte[bytes.length + 1];
        data[0] = (byte) kind;
        System.arraycopy(bytes, 0, data, 1, bytes.length);
        return data;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
