package brussels.passerelle.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutAnyTheCheckoutKeepsItsOwnState() throws Exception {
        var options = options(new Properties());
        assertTrue(Files.isDirectory(options.root().resolve(".mvn")));
        assertEquals(options.root().resolve(".passerelle"), options.state());
        assertTrue(options.data());
        assertFalse(options.reset());
    }

    @Test
    void anOffsetHasAStateOfItsOwn() throws Exception {
        var options = options(new Properties(), "--offset=1000");
        assertEquals(options.root().resolve(".passerelle/node-1000"), options.state());
    }

    @Test
    void whatMavenPassesOnEmptyIsNotGiven() throws Exception {
        var system = new Properties();
        system.setProperty("demo.offset", "");
        system.setProperty("demo.reset", "true");
        var options = options(system);
        assertEquals(0, options.offset());
        assertTrue(options.reset());
    }

    @Test
    void anArgumentGoesBeforeAProperty() throws Exception {
        var system = new Properties();
        system.setProperty("demo.state", "/tmp/one");
        assertEquals(Path.of("/tmp/two"), options(system, "--state=/tmp/two").state());
    }

    @Test
    void aMistakeIsExplained() {
        assertThrows(Refusal.class, () -> options(new Properties(), "--ofset=1"));
        assertThrows(Refusal.class, () -> options(new Properties(), "--offset=many"));
    }

    private static Options options(Properties system, String... arguments) throws Refusal {
        return Options.of(arguments, system);
    }
}
