package brussels.passerelle.consent.mask;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.keyset.Lift;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiftersTest {
    private final ECKey one = P256.generate();
    private final ECKey other = P256.generate();
    private final Lift lift = new Lift("account", Instant.parse("2026-11-22T15:00:00Z"));

    @Test
    void onlyADoorThatWasThereLifts() {
        var doors = Lifters.text(List.of(one.toPublicJWK(), other.toPublicJWK()));
        assertEquals(lift, Lifters.read(lift.sign(one), doors).orElseThrow());
        assertEquals(lift, Lifters.read(lift.sign(other), doors).orElseThrow());
        assertTrue(Lifters.read(lift.sign(P256.generate()), doors).isEmpty());
        assertTrue(Lifters.read(lift.sign(one), Lifters.text(List.of(other.toPublicJWK()))).isEmpty());
    }

    @Test
    void withoutACodeNothingDoes() {
        for (var jws : List.of(lift.sign(one), "", "a.b.c", "....")) {
            assertTrue(Lifters.read(jws, Lifters.text(List.of())).isEmpty());
            assertDoesNotThrow(() -> Lifters.readInVain(jws));
        }
    }
}
