package brussels.passerelle.client;

import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/// The key that a session's tokens are bound to, and proofs made with it (DPoP, RFC 9449).
final class Possession {
    private final ECKey key = P256.generate();

    /// A proof for one request.
    ///
    /// @param token the access token sent with it, null at the token endpoint
    String proof(String method, URI uri, @Nullable String token, Instant now) {
        var claims = new JWTClaimsSet.Builder().jwtID(Secret.randomId()).issueTime(Date.from(now)).claim("htm", method)
                .claim("htu", withoutQuery(uri));
        if (token != null)
            claims.claim("ath", sha256(token));
        try {
            var proof = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt"))
                    .jwk(key.toPublicJWK()).build(), claims.build());
            proof.sign(new ECDSASigner(key));
            return proof.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    static String sha256(String text) {
        try {
            return Base64Url
                    .encode(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static String withoutQuery(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
