package brussels.passerelle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"gzip, deflate, br|true", "br|false", "*|true", "*;q=0|false",
            "gzip;q=0, *|false",
            "GZIP ; q=0.5|true", "x-gzip|false", "identity|false", "gzip;q=zero|false", "''|false"})
    void gzip_is_sent_to_whoever_takes_it(String header, boolean taken) {
        assertEquals(taken, Packed.accepts(header));
    }

    @Test
    void only_what_is_the_same_for_everybody_is_packed() {
        assertTrue(Packed.concerns("/app/app.js"));
        assertTrue(Packed.concerns("/look/pictograms.svg"));
        for (var path : new String[]{"/", "/sign-in", "/api/me", "/api/app/x.js", "/app/", "/app/photo.jpg",
                "/applejs"}) {
            assertFalse(Packed.concerns(path), path);
        }
        assertFalse(Packed.accepts(null));
    }
}
