package brussels.passerelle.registry.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class CrossOriginTest {
    private static final String ALLOW = "Access-Control-Allow-Origin";
    private static final String KEYS = "/organisations/cpas-molenbeek/keys";
    private final CrossOrigin rules = new CrossOrigin("https://portal.example");

    @Test
    void everybodyReads() {
        assertEquals("*", rules.headers("GET", "https://anybody.example").get(ALLOW));
        assertEquals("*", rules.headers("HEAD", null).get(ALLOW));
        assertEquals("*", rules.preflight("/search", "GET", "https://anybody.example").get(ALLOW));
    }

    @Test
    void onlyThePortalWrites() {
        assertEquals("https://portal.example", rules.headers("PUT", "https://portal.example").get(ALLOW));
        assertNull(rules.headers("PUT", "https://anybody.example").get(ALLOW));
        assertEquals("https://portal.example", rules.preflight(KEYS, "PUT", "https://portal.example").get(ALLOW));
        assertNull(rules.preflight(KEYS, "PUT", "https://portal.example.evil.example").get(ALLOW));
        assertNull(rules.preflight("/search", "PUT", "https://portal.example").get(ALLOW));
        assertNull(rules.preflight(KEYS, "DELETE", "https://portal.example").get(ALLOW));
        assertNull(rules.preflight(KEYS, null, "https://portal.example").get(ALLOW));
    }
}
