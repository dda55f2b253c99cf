package brussels.passerelle.edge.once;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What makes two requests the same request: method, address, conditions, and content. Pure. */
final class Fingerprint {
    private Fingerprint() {}

    /** @param content the body itself, or for a stream the digest its sender declares for it */
    static String of(String method, String address, @Nullable String ifMatch, @Nullable String ifNoneMatch,
            byte[] content) {
        return EdgeTables.hash(method, address, ifMatch == null ? "-" : "=" + ifMatch,
                ifNoneMatch == null ? "-" : "=" + ifNoneMatch, HexFormat.of().formatHex(sha256(content)));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
