package brussels.passerelle.protocol.loan;

import brussels.passerelle.protocol.derive.Hkdf;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;

/// The holder's face toward one agency: always the same there, unlike any other elsewhere.
///
/// @param id  16 bytes in base64url
/// @param key ES256, private
public record Pairwise(String id, ECKey key) {

    public static Pairwise of(Secret pairwiseSeed, String agency) {
        try (var id = Hkdf.derive(pairwiseSeed, "passerelle/1/pairwise-id|" + agency, 16);
                var wide = Hkdf.derive(pairwiseSeed, "passerelle/1/pairwise-key|" + agency, 48)) {
            // 384 bits reduced modulo a 256-bit order: the bias is below 2^-128 (FIPS 186-5, A.2.1).
            var scalar = new BigInteger(1, wide.bytes()).mod(P256.order().subtract(BigInteger.ONE)).add(BigInteger.ONE);
            return new Pairwise(Base64Url.encode(id.bytes()), P256.ofScalar(scalar));
        }
    }

    @Override
    public String toString() {
        return "Pairwise " + id;
    }
}
