package brussels.passerelle.consent.deposit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.edge.problem.Refused;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewAddressTest {

    /** As the browser computes it: the first ten bytes of the thumbprint. */
    @Test
    void theCodeIsEightyBitsOfTheKey() {
        assertEquals("000G40R40M30E209", NewAddress.crockford(new byte[]{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
        assertEquals("ZZZZZZZZZZZZZZZZ",
                NewAddress.crockford(new byte[]{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1}));
        var key = P256.generate();
        var one = parse(Json.object("address", Secret.randomId(), "key", P256.publicJwk(key)));
        assertTrue(one.code().matches("[0-9A-HJKMNP-TV-Z]{16}"), one.code());
    }

    @Test
    void onlyAPublicKeyIsTaken() {
        var key = P256.generate();
        for (var wrong : List.of(Json.object("address", Secret.randomId(), "key", P256.privateJwk(key)),
                Json.object("address", "short", "key", P256.publicJwk(key)),
                Json.object("key", P256.publicJwk(key)),
                Json.object("address", Secret.randomId(), "key", P256.publicJwk(key), "account", "x")))
            assertThrows(Refused.class, () -> parse(wrong));
    }

    private static NewAddress parse(java.util.Map<String, Object> json) {
        return NewAddress.parse(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }
}
