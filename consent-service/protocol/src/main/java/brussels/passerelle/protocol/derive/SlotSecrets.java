package brussels.passerelle.protocol.derive;

import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;

/// What the 32-byte secret of a slot becomes: the key that opens the slot, and the door it signs in with. Neither tells the
/// other.
///
/// @param wrapKey 32 bytes
/// @param door    ES256, private
public record SlotSecrets(Secret wrapKey, ECKey door) implements AutoCloseable {

    public static SlotSecrets of(Secret secret) {
        try (var wide = Hkdf.derive(secret, "passerelle/1/door", 48)) {
            // 384 bits reduced modulo a 256-bit order: the bias is below 2^-128 (FIPS 186-5, A.2.1).
            var scalar = new BigInteger(1, wide.bytes()).mod(P256.order().subtract(BigInteger.ONE)).add(BigInteger.ONE);
            return new SlotSecrets(Hkdf.derive(secret, "passerelle/1/wrap", 32), P256.ofScalar(scalar));
        }
    }

    /// The secret of a recovery code.
    ///
    /// @param code 16 bytes
    public static Secret ofCode(Secret code, String realm, String username) {
        return Hkdf.derive(code, "passerelle/1/recovery|" + realm + "|" + SignInSecrets.normalUsername(username), 32);
    }

    @Override
    public void close() {
        wrapKey.close();
    }

    @Override
    public String toString() {
        return "SlotSecrets";
    }
}
