package brussels.passerelle.consent.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.edge.problem.Refused;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewKitTest {
    private final String share = hash();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 14, 30})
    void isReadWithEachOfTheFiveWaits(int days) {
        var kit = NewKit.parse(json(Map.of("days", days)));
        assertEquals(days, kit.days());
        assertEquals(List.of("cpas-a", "abri-b"), kit.agencies());
        assertFalse(kit.toString().contains(share), "the share stays out of texts");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 6, 8, 15, 31, 365})
    void anyOtherWaitIsRefused(int days) {
        assertThrows(Refused.class, () -> NewKit.parse(json(Map.of("days", days))));
    }

    @Test
    void twoDifferentOrganisationsAndThreeDifferentCards() {
        var check = hash();
        for (var wrong : List.<Map<String, Object>>of(Map.of("agencies", List.of("cpas-a")),
                Map.of("agencies", List.of("cpas-a", "cpas-a")), Map.of("agencies", List.of("a", "b", "c")),
                Map.of("agencies", List.of("a", "b|c")), Map.of("cards", List.of(check, check, hash())),
                Map.of("cards", List.of(hash(), hash())), Map.of("cards", List.of(hash(), hash(), "short")),
                Map.of("share", "short"), Map.of("kit", hash()), Map.of("more", 1))) {
            assertThrows(Refused.class, () -> NewKit.parse(json(wrong)), wrong.toString());
        }
    }

    @Test
    void aCardProvesItselfAndNothingElseDoes() throws NoSuchAlgorithmException {
        var proof = Secret.randomBytes(32);
        var text = Base64Url.encode(proof);
        var check = Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(proof));
        assertTrue(Proof.fits(text, check));
        assertFalse(Proof.fits(check, check));
        assertFalse(Proof.fits("", check));
        assertFalse(Proof.fits(text + "A", check));
        for (var at = 0; at < 32; at++) {
            var other = proof.clone();
            other[at] ^= 1;
            assertFalse(Proof.fits(Base64Url.encode(other), check));
        }
    }

    private byte[] json(Map<String, Object> changes) {
        var members = new TreeMap<String, Object>(Map.of("kit", Secret.randomId(), "slot", Secret.randomId(), "share",
                share, "days", 7, "agencies", List.of("cpas-a", "abri-b"), "cards", List.of(hash(), hash(), hash())));
        members.putAll(changes);
        return Json.bytes(members);
    }

    private static String hash() {
        return Base64Url.encode(Secret.randomBytes(32));
    }
}
