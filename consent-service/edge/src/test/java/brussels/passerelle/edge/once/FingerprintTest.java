package brussels.passerelle.edge.once;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    @Test
    void theSameRequestHasTheSameFingerprint() {
        assertEquals(of("PUT", "/api/a", "\"1\"", null, "x"), of("PUT", "/api/a", "\"1\"", null, "x"));
    }

    @Test
    void everyDifferenceShows() {
        var all = List.of(of("PUT", "/api/a", null, null, "x"), of("POST", "/api/a", null, null, "x"),
                of("PUT", "/api/b", null, null, "x"), of("PUT", "/api/a", "\"1\"", null, "x"),
                of("PUT", "/api/a", null, "\"1\"", "x"), of("PUT", "/api/a", null, null, "y"),
                of("PUT", "/api/a", null, "*", "x"));
        assertEquals(all.size(), new HashSet<>(all).size());
    }

    @Test
    void partsCannotRunIntoEachOther() {
        assertNotEquals(EdgeTables.hash("ab", "c"), EdgeTables.hash("a", "bc"));
        assertNotEquals(EdgeTables.hash("1:a"), EdgeTables.hash("1", "a"));
    }

    private static String of(String method, String address, String match, String noneMatch, String body) {
        return Fingerprint.of(method, address, match, noneMatch, body.getBytes(StandardCharsets.UTF_8));
    }
}
