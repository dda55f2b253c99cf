package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing proves something only when it would have found it. */
class NeedlesTest {
    private static final String SECRET = "la clé est sous la pierre bleue";
    private final Needles needles = new Needles().text("secret", SECRET);

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE"})
    void finds_it_in_every_charset(String charset) throws IOException {
        assertTrue(found(SECRET.getBytes(Charset.forName(charset)), 100).iterator().next().contains(charset));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void finds_it_in_base64_at_every_alignment(int before) throws IOException {
        var plain = ("x".repeat(before) + SECRET + "yz").getBytes(StandardCharsets.UTF_8);
        assertTrue(!found(Base64.getEncoder().encode(plain), 100).isEmpty());
        assertTrue(!found(Base64.getUrlEncoder().withoutPadding().encode(plain), 100).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 22) - 35, (1 << 22) - 5, (1 << 22) - 1, 1 << 22, (1 << 23) - 9})
    void finds_it_across_the_borders_of_chunks(int before) throws IOException {
        assertTrue(!found(SECRET.getBytes(StandardCharsets.UTF_8), before).isEmpty());
    }

    @Test
    void finds_nothing_where_nothing_is() throws IOException {
        assertEquals(Set.of(), found(SECRET.substring(1).getBytes(StandardCharsets.UTF_8), 5_000_000));
    }

    private Set<String> found(byte[] secret, int before) throws IOException {
        var noise = new byte[before + secret.length + 1000];
        RandomGenerator.of("L64X128MixRandom").nextBytes(noise);
        System.arraycopy(secret, 0, noise, before, secret.length);
        var found = new TreeSet<String>();
        needles.search(new ByteArrayInputStream(noise), "noise", found);
        return found;
    }
}
