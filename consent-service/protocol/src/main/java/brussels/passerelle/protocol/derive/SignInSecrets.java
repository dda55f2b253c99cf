package brussels.passerelle.protocol.derive;

import brussels.passerelle.protocol.jose.Secret;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// What the passphrase becomes: the text the identity provider checks, and the key that opens the passphrase slot.
/// Neither can be computed from the other.
///
/// @param authSecret 64 lower-case hex digits
/// @param wrapKey    32 bytes, never sent anywhere
public record SignInSecrets(String authSecret, Secret wrapKey) implements AutoCloseable {

    /// About half a second and 64 MiB of memory, by design.
    ///
    /// @param realm      the name of the identity provider's realm
    /// @param username   in any case and composition; normalised here
    /// @param passphrase normalised to NFKC; the array stays the caller's to wipe
    public static SignInSecrets derive(String realm, String username, char[] passphrase) {
        String normal = Normalizer.normalize(CharBuffer.wrap(passphrase), Form.NFKC);
        byte[] password = utf8(normal);
        try (Secret key = Secret.of(argon2id(password, sha256(utf8(realm + "|" + normalUsername(username)))));
                Secret auth = Hkdf.derive(key, "passerelle/1/auth", 32)) {
            return new SignInSecrets(HexFormat.of().formatHex(auth.bytes()), Hkdf.derive(key, "passerelle/1/wrap", 32));
        } finally {
            Arrays.fill(password, (byte) 0);
        }
    }

    /// The one spelling of a username: NFKC, lower case.
    public static String normalUsername(String username) {
        return Normalizer.normalize(username, Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        wrapKey.close();
    }

    @Override
    public String toString() {
        return "SignInSecrets";
    }

    private static byte[] argon2id(byte[] password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(65536)
                .withIterations(3)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] key = new byte[32];
        generator.generateBytes(password, key);
        return key;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
