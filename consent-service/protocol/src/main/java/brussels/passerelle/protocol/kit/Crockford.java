package brussels.passerelle.protocol.kit;

import brussels.passerelle.protocol.Damaged;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/// Crockford's base32 with the four bytes of SHA-256 that tell a slip of the pen; the bits missing to the last letter are zero.
public final class Crockford {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHECK = 4;

    private Crockford() {}

    /// The bytes and their check.
    public static String withCheck(byte[] bytes) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + CHECK);
        System.arraycopy(sha256(bytes), 0, all, bytes.length, CHECK);
        int letters = letters(all.length);
        var value = new BigInteger(1, all).shiftLeft(letters * 5 - all.length * 8);
        var text = new StringBuilder();
        for (int at = letters - 1; at >= 0; at--)
            text.append(LETTERS.charAt(value.shiftRight(at * 5).intValue() & 31));
        return text.toString();
    }

    /// The bytes of a text as somebody typed it: any case, spaces and hyphens, O for 0, I and L for 1.
    public static byte[] checked(String typed, int length) throws Damaged {
        String text = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "").replace('O', '0')
                .replaceAll("[IL]", "1");
        int size = length + CHECK;
        if (text.length() != letters(size))
            throw new Damaged();
        var value = BigInteger.ZERO;
        for (int at = 0; at < text.length(); at++) {
            int letter = LETTERS.indexOf(text.charAt(at));
            if (letter < 0)
                throw new Damaged();
            value = value.shiftLeft(5).or(BigInteger.valueOf(letter));
        }
        byte[] bytes = Arrays.copyOf(exactly(value.shiftRight(letters(size) * 5 - size * 8), size), length);
        if (!withCheck(bytes).equals(text))
            throw new Damaged();
        return bytes;
    }

    private static int letters(int bytes) {
        return (bytes * 8 + 4) / 5;
    }

    private static byte[] exactly(BigInteger value, int length) {
        return org.bouncycastle.util.BigIntegers.asUnsignedByteArray(length, value);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
