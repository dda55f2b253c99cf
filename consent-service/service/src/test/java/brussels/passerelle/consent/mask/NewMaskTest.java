package brussels.passerelle.consent.mask;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.edge.problem.Refused;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Unlocked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewMaskTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final String ID = Secret.randomId();

    @Test
    void isReadWhole() {
        var mask = NewMask.parse(json("shows", List.of(ID)));
        assertEquals(ID, mask.ids());
        assertEquals(3, mask.version());
        assertEquals("", NewMask.parse(json("shows", List.of())).ids());
    }

    @Test
    void isRefusedWhenItIsNotOfItsShape() {
        for (var wrong : List.of(json("shows", List.of(ID, ID)), json("shows", List.of("x")), json("shows", ID),
                json("version", 0), json("until", "soon"), json("manifest", "a.b.c.d.e"), json("view", Map.of()),
                json("more", 1))) {
            var refused = assertThrows(Refused.class, () -> NewMask.parse(wrong));
            assertEquals(Failure.Plain.BAD_INPUT, refused.failure());
        }
    }

    @Test
    void itsHourIsNearButNotTooNear() {
        var mask = NewMask.parse(json("until", "2026-11-22T16:00:00Z"));
        for (var now : List.of("2026-11-22T15:00:00Z", "2026-11-22T15:59:00Z", "2026-10-22T16:00:00Z")) {
            assertDoesNotThrow(() -> mask.checkHour(Instant.parse(now)));
        }
        for (var now : List.of("2026-11-22T15:59:01Z", "2026-11-22T17:00:00Z", "2026-10-22T15:59:59Z")) {
            assertThrows(Refused.class, () -> mask.checkHour(Instant.parse(now)), now);
        }
    }

    private static byte[] json(String name, Object value) {
        var view = Unlocked.create("account", Secret.random(32), NOW).keyset().view();
        var manifest = Sealed.direct(SealedType.MANIFEST, new byte[3], Secret.random(32));
        var json = Json.object("view", view.json(), "manifest", manifest, "version", 3, "shows", List.of(), "until",
                "2026-11-22T16:00:00Z");
        json.put(name, value);
        return Json.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
