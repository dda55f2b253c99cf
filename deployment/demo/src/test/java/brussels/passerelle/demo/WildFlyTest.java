package brussels.passerelle.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class WildFlyTest {
    private static final String LOCATION = "<location name=\"/auth/realms/passerelle\" handler=\"h\"/>"
            + "<host name=\"k\" path=\"/auth/realms/passerelle\"/>";

    @Test
    void aRealmOfAnotherNameTakesThePlaceOfOursWhereverItIsNamed() {
        assertEquals(LOCATION.replace("realms/passerelle", "realms/passerelle-7"),
                WildFly.withRealm(LOCATION, "passerelle-7"));
        assertEquals(LOCATION, WildFly.withRealm(LOCATION, "passerelle"));
    }

    @Test
    void aServerWithoutTheLocationIsNotOurs() {
        assertThrows(IllegalStateException.class, () -> WildFly.withRealm("<server/>", "passerelle"));
    }
}
