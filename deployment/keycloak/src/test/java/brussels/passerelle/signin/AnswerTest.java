package brussels.passerelle.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final URI ACTION = URI
            .create("http://localhost:8080/auth/realms/passerelle/login-actions/authenticate?x=1");

    @Test
    void theFirstQuestionHasAnAddressAndNoError() {
        assertEquals(Map.of("action", ACTION.toString(), "challenge", "c"),
                new Answer(ACTION, "c", null, 7, false).members());
    }

    @Test
    void aWrongPassphraseSaysNothingElse() {
        assertEquals(Map.of("action", ACTION.toString(), "challenge", "c", "error", "wrongPassphrase"),
                new Answer(ACTION, "c", Answer.WRONG_PASSPHRASE, 7, false).members());
    }

    @Test
    void tooManyTriesSayHowLongToWaitAndNeverLessThanASecond() {
        assertEquals(Map.of("action", ACTION.toString(), "challenge", "c", "error", "tooMany", "retryAfter", 7),
                new Answer(ACTION, "c", Answer.TOO_MANY, 7, false).members());
        assertEquals(1, new Answer(ACTION, "c", Answer.TOO_MANY, -3, false).members().get("retryAfter"));
    }

    @Test
    void onlyAStaleQuestionAskedAnewIsNotARefusal() {
        assertEquals(401, new Answer(ACTION, "c", null, 1, false).status().getStatusCode());
        assertEquals(200, new Answer(ACTION, "c", null, 1, true).status().getStatusCode());
        assertEquals(401, new Answer(ACTION, "c", Answer.WRONG_PASSPHRASE, 1, true).status().getStatusCode());
    }
}
