package brussels.passerelle.edge.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final List<String> REASONS = List.of("loanEnded", "loanExpired", "loanNotStarted", "loanPaused",
            "notInLoan", "actionNotAllowed");
    private static final Set<String> WITH_REASONS = Set.of("openingRefused", "helpRefused");
    private static final List<String> OF_HELP = List.of("mandateEnded", "mandateExpired", "mandateNotStarted",
            "rightMissing", "notShared");

    /** Both ways: nothing a client can meet is without words, and no words are left over. */
    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "en", "de", "ar"})
    void everyFailureHasWordsInEveryLanguage(String language) throws IOException {
        var bundle = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream("messages_" + language + ".properties")) {
            bundle.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        var wanted = Failure.names().filter(name -> !WITH_REASONS.contains(name))
                .collect(Collectors.toCollection(HashSet::new));
        REASONS.forEach(reason -> wanted.add("openingRefused." + reason));
        OF_HELP.forEach(reason -> wanted.add("helpRefused." + reason));
        assertEquals(wanted, bundle.stringPropertyNames());
        bundle.forEach((name, text) -> assertTrue(text.toString().matches("[^|]{3,}\\|[^|]{10,}"),
                name + " in " + language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"nl-BE,fr|nl", "ar|ar", "de-DE|de", "pl,en;q=0.5|en", "xx|fr", "%%%|fr"})
    void answersInTheBestOfOurLanguages(String header, String language) {
        assertEquals(language, Messages.language(header).getLanguage());
    }

    @Test
    void aRefusedOpeningSaysWhyAndWhen() {
        var problem = Messages.problem(new Failure.OpeningRefused("loanEnded", Instant.parse("2026-11-22T15:00:00.7Z")),
                Locale.ENGLISH, null);
        assertEquals("urn:problem-type:passerelle:openingRefused", problem.type());
        assertEquals(403, problem.status());
        assertEquals("loanEnded", problem.reason());
        assertEquals("2026-11-22T15:00:00Z", problem.endedAt());
        assertFalse(problem.detail().isEmpty());
    }

    @Test
    void whatIsMissingSaysNothingElse() {
        var problem = Messages.problem(Failure.Plain.NOT_FOUND, Locale.of("ar"), null);
        assertNull(problem.reason());
        assertNull(problem.endedAt());
        assertNull(problem.logId());
    }

    @Test
    void waitingIsNotPartOfTheBody() {
        assertEquals(429, Messages.problem(new Failure.TooMany(Duration.ofSeconds(9)), Locale.FRENCH, null).status());
    }
}
