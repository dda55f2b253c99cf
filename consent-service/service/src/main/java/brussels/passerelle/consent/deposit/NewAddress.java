package brussels.passerelle.consent.deposit;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import java.util.Arrays;

/**
 * An address as a holder's client registers it. Pure.
 *
 * @param key public JWK, canonical JSON
 * @param code what is typed at a counter: 80 bits of the key's thumbprint in Crockford's base 32
 */
record NewAddress(String address, String key, String code) {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BYTES = 10;

    static NewAddress parse(byte[] json) {
        try {
            var in = Fields.of(json);
            var key = in.publicKey("key");
            var address = new NewAddress(in.id("address"), Json.write(P256.publicJwk(key)),
                    crockford(Arrays.copyOf(Base64Url.decode(P256.thumbprint(key)), BYTES)));
            in.end();
            return address;
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    static String crockford(byte[] bytes) {
        var text = new StringBuilder();
        var held = 0;
        var bits = 0;
        for (var one : bytes) {
            held = (held << 8) | (one & 255);
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(LETTERS.charAt((held >> (bits - 5)) & 31));
            }
            held &= 31;
        }
        return text.toString();
    }
}
