package brussels.passerelle.protocol.kit;

import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The public keys of somebody who is recovering.
///
/// @param signing    proves who asks
/// @param encryption shares are sealed to it
public record FreshKeys(ECKey signing, ECKey encryption) {
    private static final int FINGERPRINT = 11;

    /// 24 letters: 88 bits of a hash of both keys, and their check. Whoever has the name from the person can tell other keys.
    public String name() {
        var text = "passerelle/1/recovering|" + P256.thumbprint(encryption) + "|" + P256.thumbprint(signing);
        byte[] hash = Crockford.sha256(text.getBytes(StandardCharsets.UTF_8));
        return Crockford.withCheck(Arrays.copyOf(hash, FINGERPRINT));
    }
}
