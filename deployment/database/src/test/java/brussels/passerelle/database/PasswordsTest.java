package brussels.passerelle.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    @Test
    void theServerFindsThemUnderTheNamesOfItsExpressions() {
        assertEquals(
                Set.of("PASSERELLE_DB_APP_PASSWORD", "PASSERELLE_DB_OWNER_PASSWORD", "PASSERELLE_DB_REGISTRY_PASSWORD",
                        "PASSERELLE_DB_REGISTRY_OWNER_PASSWORD", "PASSERELLE_DB_KEYCLOAK_PASSWORD"),
                Passwords.same("x").environment().keySet());
    }

    @Test
    void nothingThatCouldEndALiteralIsAPassword() {
        assertThrows(IllegalArgumentException.class, () -> Passwords.same("a'b"));
        assertThrows(IllegalArgumentException.class, () -> Passwords.same(""));
    }

    @Test
    void aRandomOneIsLongEnough() {
        assertTrue(Passwords.random().matches("[0-9a-f]{32}"));
    }
}
