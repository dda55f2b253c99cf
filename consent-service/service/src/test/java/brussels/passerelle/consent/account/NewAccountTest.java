package brussels.passerelle.consent.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Refused;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewAccountTest {
    private static final String SECRET = "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @ValueSource(strings = {"momo-123-456", "le-petit-prince-000-999", "ليلى-123-456", "42-123-456", "żółw-123-456"})
    void takesPseudonymsOfAnyScript(String username) {
        assertEquals(username, parse(username, SECRET).username());
    }

    @ParameterizedTest
    @ValueSource(strings = {"momo", "momo-12-456", "Momo-123-456", "m-123-456", "-momo-123-456", "mo--mo-123-456",
            "mo mo-123-456", "momo@example.org-123-456", "ﬁ-123-456", "../x-123-456",
            "abcdefghijabcdefghijabcdefghijabc-123-456", "momo-123-456-", "momo-١٢٣-٤٥٦"})
    void refusesOtherNames(String username) {
        assertThrows(Refused.class, () -> parse(username, SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "passphrase in clear",
            "0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF",
            "0123456789abcdef"})
    void refusesWhatIsNotADerivedSecret(String secret) {
        assertThrows(Refused.class, () -> parse("momo-123-456", secret));
    }

    @Test
    void neverShowsTheSecret() {
        assertFalse(parse("momo-123-456", SECRET).toString().contains(SECRET.substring(0, 8)));
    }

    private static NewAccount parse(String username, String secret) {
        return NewAccount.parse(("{\"username\":\"" + username + "\",\"authSecret\":\"" + secret + "\"}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
