package brussels.passerelle.consent.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {
    private static final String ABC = "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:";

    @Test
    void readsTheOneAlgorithmWeAskFor() {
        assertEquals("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0", ContentDigest.parse(ABC));
        assertEquals("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0",
                ContentDigest.parse("sha-512=:AAAA:, " + ABC));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "sha-512=:AAAA:", "sha-256=ungWv48Bz", "sha-256=:short:", "xsha-256=::"})
    void refusesAnythingElse(String header) {
        assertEquals(400, assertThrows(Refused.class, () -> ContentDigest.parse(header)).failure().status());
    }
}
