package brussels.passerelle.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class DemoAccountTest {
    @Test
    void everyoneOfTheReadmeIsThere() {
        var names = Stream.of(DemoAccount.values()).map(DemoAccount::username).toList();
        assertTrue(
                names.containsAll(List.of("holder", "helper", "worker", "agency-admin", "registry-editor", "auditor")));
        assertEquals("demo-agency-admin-passphrase", DemoAccount.AGENCY_ADMIN.passphrase());
    }

    @Test
    void whoHelpsHasAWalletTooAndNobodyElseHasTwoRoles() {
        assertEquals(List.of("helper", "holder"), DemoAccount.HELPER.roles());
        var others = Stream.of(DemoAccount.values()).filter(account -> account != DemoAccount.HELPER);
        assertTrue(others.allMatch(account -> account.roles().size() == 1));
    }

    @Test
    void aRoleIsSpelledAsInTheRealm() {
        assertEquals(List.of("agency-admin"), DemoAccount.ABRI_ADMIN.roles());
        assertEquals(List.of("auditor"), DemoAccount.AUDITOR.roles());
    }
}
