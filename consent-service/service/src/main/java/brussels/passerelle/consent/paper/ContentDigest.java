package brussels.passerelle.consent.paper;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.jose.Base64Url;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SHA-256 of a {@code Content-Digest} header (RFC 9530). Pure. */
final class ContentDigest {
    private static final Pattern SHA_256 = Pattern.compile("(?:^|, *)sha-256=:([A-Za-z0-9+/]{43}=):(?: *,|$)");

    private ContentDigest() {}

    /** The digest in base64url as papers carry it; without one the upload is refused as {@code badInput}. */
    static String parse(@Nullable String header) {
        var found = SHA_256.matcher(header == null || header.length() > 500 ? "" : header);
        if (!found.find()) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        return Base64Url.encode(Base64.getDecoder().decode(found.group(1)));
    }
}
