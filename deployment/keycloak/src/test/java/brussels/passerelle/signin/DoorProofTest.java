package brussels.passerelle.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorProofTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final String CLAIMS = """
      {"suite":1,"realm":"passerelle","username":"zoë-456-789","challenge":"AAAAAAAAAAAAAAAAAAAAAA","at":"2026-11-22T15:00:00Z"}""";
    private static final DoorProof.Asked ASKED = new DoorProof.Asked("passerelle", "zoë-456-789",
            "AAAAAAAAAAAAAAAAAAAAAA", NOW);

    private final DoorKey mine = DoorKey.random();
    private final DoorKey theirs = DoorKey.random();

    @Test
    void whatADoorSignedOpens() {
        assertTrue(opens(mine.jws(CLAIMS), ASKED));
    }

    /** Another realm, name, challenge; a challenge used up; another key under my name; another suite. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"passerelle-9;zoë-456-789;AAAAAAAAAAAAAAAAAAAAAA",
            "passerelle;zoe-456-789;AAAAAAAAAAAAAAAAAAAAAA", "passerelle;zoë-456-789;AAAAAAAAAAAAAAAAAAAAAQ",
            "passerelle;zoë-456-789;''"})
    void whatWasSignedForSomethingElseDoesNot(String realm, String username, String challenge) {
        assertFalse(opens(mine.jws(CLAIMS), new DoorProof.Asked(realm, username, challenge, NOW)));
    }

    @Test
    void anotherKeyDoesNotEvenUnderMyKid() {
        assertFalse(opens(theirs.jws(CLAIMS), ASKED));
        assertFalse(opens(theirs.jws(header("ES256", DoorProof.TYP, mine.kid()), CLAIMS), ASKED));
    }

    @ParameterizedTest
    @ValueSource(longs = {-301, 301, 86_400})
    void anOldOneDoesNot(long seconds) {
        assertFalse(opens(mine.jws(CLAIMS),
                new DoorProof.Asked("passerelle", "zoë-456-789", "AAAAAAAAAAAAAAAAAAAAAA", NOW.plusSeconds(seconds))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"suite\":2,", "{\"suite\":\"1\",", "{\"suite\":1,\"suite\":1,",
            "{\"more\":1,\"suite\":1,",
            "{\"at\":\"2026-11-22T15:00:00Z\",\"suite\":1,", "{}{\"suite\":1,", "{"})
    void aPayloadThatIsNotExactlyItDoesNot(String beginning) {
        assertFalse(opens(mine.jws(CLAIMS.replace("{\"suite\":1,", beginning)), ASKED));
        assertFalse(opens(mine.jws(CLAIMS + "x"), ASKED));
        assertFalse(opens(mine.jws(CLAIMS.replace("15:00:00Z", "15:00:00.000Z")), ASKED));
    }

    @Test
    void aHeaderThatIsNotExactlyItDoesNot() {
        for (var header : List.of(header("none", DoorProof.TYP, mine.kid()), header("HS256", DoorProof.TYP, mine.kid()),
                header("ES256", "JWT", mine.kid()), header("ES256", DoorProof.TYP, theirs.kid()),
                header("ES256", DoorProof.TYP, mine.kid()).replace("}", ",\"b64\":1}"),
                "{\"alg\":\"ES256\",\"typ\":\"passerelle-door+jws\"}")) {
            assertFalse(opens(mine.jws(header, CLAIMS), ASKED), header);
        }
    }

    /** Every character of the signature counts, and there is one spelling of it. */
    @Test
    void aChangedCharacterDoesNot() {
        var jws = mine.jws(CLAIMS);
        for (var at = 0; at < jws.length(); at++) {
            var changed = new StringBuilder(jws);
            changed.setCharAt(at, jws.charAt(at) == 'A' ? 'B' : 'A');
            assertFalse(opens(changed.toString(), ASKED), "at " + at);
        }
        for (var other : List.of(jws + "=", jws + ".", jws + "A", " " + jws, "", "..",
                jws.substring(0, jws.length() - 1),
                jws.substring(0, jws.lastIndexOf('.') + 1), "A".repeat(3000))) {
            assertFalse(opens(other, ASKED), other);
        }
    }

    @Test
    void anAttributeIsAKeyWithItsOwnThumbprintOrNothing() {
        assertEquals(mine.kid(), Door.parse(mine.attribute()).map(Door::kid).orElse(""));
        var parts = mine.attribute().split("\\|", -1);
        for (var bad : List.of("", "a|b|c|d", mine.attribute() + "|",
                theirs.kid() + "|passkey|" + parts[2] + "|" + parts[3],
                Door.thumbprint(parts[2], "AA") + "|passkey|" + parts[2] + "|AA")) {
            assertEquals(Optional.empty(), Door.parse(bad), bad);
        }
    }

    private boolean opens(String jws, DoorProof.Asked asked) {
        return DoorProof.parse(jws).filter(proof -> proof.opens(asked, List.of(mine.door()))).isPresent();
    }

    private static String header(String alg, String typ, String kid) {
        return "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(alg, typ, kid);
    }

    /** Beyond what is written: bytes that are not UTF-8. */
    @Test
    void textThatIsNotUtf8IsNothing() {
        assertEquals(Optional.empty(), Flat.object(new byte[]{'{', '"', (byte) 0xff, '"', ':', '1', '}'}));
        assertEquals(Optional.empty(), Flat.object("{\"a\":{}}".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), Flat.object("{\"a\":1.5}".getBytes(StandardCharsets.UTF_8)));
    }
}
