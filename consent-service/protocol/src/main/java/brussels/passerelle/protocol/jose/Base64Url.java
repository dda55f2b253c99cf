package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import java.util.Base64;

/// Base64url without padding, RFC 4648 section 5, one text per value: the unused bits of the last character must be zero,
/// otherwise a flipped byte of a sealed text could go unnoticed (T3).
public final class Base64Url {
    /// The regular expression of an id: 16 bytes, 22 characters, the last of which has four bits that are zero.
    public static final String ID = "[A-Za-z0-9_-]{21}[AQgw]";

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// Reads a text that is the one encoding of its bytes.
    public static byte[] decode(String text) throws Damaged {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (!encode(bytes).equals(text))
                throw new Damaged();
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new Damaged();
        }
    }

    /// As [#decode(String)], and the bytes must be exactly `length` long.
    public static byte[] decode(String text, int length) throws Damaged {
        byte[] bytes = decode(text);
        if (bytes.length != length)
            throw new Damaged();
        return bytes;
    }
}
