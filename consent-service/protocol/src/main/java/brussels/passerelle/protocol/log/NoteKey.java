package brussels.passerelle.protocol.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The public key under which notes of a name are verified, C2SP signed-note, Ed25519.
public final class NoteKey {
    static final byte ED25519 = 1;
    private final String name;
    private final byte[] publicKey;

    /// A key for notes.
    ///
    /// @param name      no space, no `+`
    /// @param publicKey 32 bytes
    public NoteKey(String name, byte[] publicKey) {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || Character.isWhitespace(c))
                || publicKey.length != 32) {
            throw new IllegalArgumentException("note key");
        }
        this.name = name;
        this.publicKey = publicKey.clone();
    }

    public String name() {
        return name;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException when it is not one
    public static NoteKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3)
            throw new IllegalArgumentException("note key");
        byte[] key = Base64.getDecoder().decode(parts[2]);
        if (key.length != 33 || key[0] != ED25519)
            throw new IllegalArgumentException("note key");
        var parsed = new NoteKey(parts[0], Arrays.copyOfRange(key, 1, 33));
        if (!parsed.text().equals(text))
            throw new IllegalArgumentException("note key");
        return parsed;
    }

    /// The text form: name, key id in hex and key in base64, joined by `+`.
    public String text() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+" + Base64.getEncoder().encodeToString(typed(publicKey));
    }

    /// The first four bytes of SHA-256(name, newline, type, key).
    byte[] id() {
        var digest = Hashes.sha256();
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(typed(publicKey)), 4);
    }

    static byte[] typed(byte[] key) {
        return ByteBuffer.allocate(33).put(ED25519).put(key).array();
    }
}
