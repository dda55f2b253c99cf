package brussels.passerelle.consent.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Refused;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewSecretTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final String SECRET = "0123456789abcdef".repeat(4);
    /** SHA-256 of the text, as any tool computes it. */
    private static final String HASH = "qK5ubukpq-o6_PxSWMjM1vhSc-DUYm0mxyefMlD3fI4";
    private final ECKey key = P256.generate();

    @Test
    void whatTheAccountSignedForThisSecretIsTaken() {
        assertEquals(NOW, secret(key, "me", HASH, "2026-11-22T15:00:00Z").signedAt("me", key, NOW));
    }

    @ParameterizedTest
    @CsvSource({"you, 2026-11-22T15:00:00Z", "me, 2026-11-22T14:54:59Z", "me, 2026-11-22T15:05:01Z",
            "me, 2026-11-22T15:00:00+00:00"})
    void anotherAccountOrAnotherTimeIsNot(String account, String at) {
        refused(secret(key, account, HASH, at), key);
    }

    @Test
    void anotherSecretKeyOrKindOfSignatureIsNot() {
        refused(secret(key, "me", HASH.replace('q', 'r'), "2026-11-22T15:00:00Z"), key);
        refused(secret(P256.generate(), "me", HASH, "2026-11-22T15:00:00Z"), key);
        refused(new NewSecret(SECRET,
                Signed.sign(SignedType.MANIFEST, payload("me", HASH, "2026-11-22T15:00:00Z"), key)),
                key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"authSecret\":\"x\",\"jws\":\"y\"}",
            "{\"authSecret\":\"0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef\",\"jws\":\"y\"}",
            "{\"authSecret\":\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\",\"jws\":\"y\",\"z\":1}"})
    void whatIsNotADerivedSecretIsNot(String json) {
        assertThrows(Refused.class, () -> NewSecret.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void doesNotTellTheSecret() {
        assertEquals("NewSecret", new NewSecret(SECRET, "y").toString());
    }

    private static void refused(NewSecret secret, ECKey signing) {
        assertThrows(Refused.class, () -> secret.signedAt("me", signing, NOW));
    }

    private static NewSecret secret(ECKey signer, String account, String hash, String at) {
        return new NewSecret(SECRET, Signed.sign(SignedType.SIGN_IN, payload(account, hash, at), signer));
    }

    private static byte[] payload(String account, String hash, String at) {
        return Json.bytes(Json.object("suite", 1, "account", account, "hash", hash, "at", at));
    }
}
