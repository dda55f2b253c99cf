package brussels.passerelle.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateTest {
    @TempDir
    Path folder;

    @Test
    void isUsedByOneAtATime() throws Exception {
        try (var first = State.taken(folder)) {
            assertFalse(first.seeded());
            assertThrows(Refusal.class, () -> State.taken(folder));
        }
        State.taken(folder).close();
    }

    @Test
    void secretsStayTheSameAndAreTheOwnersAlone() throws Exception {
        try (var state = State.taken(folder)) {
            var secret = state.secrets().of("one");
            assertEquals(secret, state.secrets().of("one"));
            assertNotEquals(secret, state.secrets().of("two"));
        }
        var permissions = Files.getPosixFilePermissions(folder.resolve("secrets.properties"));
        assertEquals("rw-------", PosixFilePermissions.toString(permissions));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
    }

    @Test
    void aResetForgetsEverythingButTheTools() throws Exception {
        Files.createDirectories(folder.resolve("tools/keycloak"));
        Files.createDirectories(folder.resolve("store/ab"));
        try (var state = State.taken(folder)) {
            var secret = state.secrets().of("one");
            state.seeded(Instant.EPOCH);
            state.reset();
            assertNotEquals(secret, state.secrets().of("one"));
            assertFalse(state.seeded());
        }
        assertFalse(Files.exists(folder.resolve("store")));
        assertTrue(Files.exists(folder.resolve("tools/keycloak")));
    }
}
