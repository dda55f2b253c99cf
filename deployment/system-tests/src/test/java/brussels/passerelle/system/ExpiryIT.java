package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** Tokens that truly expire while a wallet lies open, as on a telephone that was put away. */
@ExtendWith(House.class)
class ExpiryIT {
    /** Held by those who count the requests of a sign-in: for a moment here, tokens live shorter for everybody. */
    static final String LIFE_OF_TOKENS = "life of tokens";
    private static final int SECONDS = 25;

    @Test
    @ResourceLock(LIFE_OF_TOKENS)
    void renewed_in_silence_or_a_clear_word_and_nothing_is_lost(RunningDemo demo, Browser browser, @TempDir Path files)
            throws IOException {
        var pdf = Files.write(files.resolve("jugement.pdf"), Papers.pdf("Le tribunal attend."));
        var provider = new ProviderSessions(demo);
        try (var patient = Regular.holder(demo, "patiente");
                var barred = Regular.holder(demo, "refusee");
                var one = Setting.FR_DESKTOP.profile(browser);
                var other = Setting.AR_PHONE.profile(browser)) {
            patient.keep("Carte", "identityCard", "Une carte.");
            barred.keep("Carte", "identityCard", "Une carte.");
            var asked = new Malice(one);
            var theirs = new Malice(other);
            var was = provider.tokensLive(SECONDS);
            Holder here;
            Holder there;
            try {
                here = patient.at(demo, Screen.plain(one.newPage()), "fr");
                there = barred.at(demo, Screen.plain(other.newPage()), "ar");
            } finally {
                assertEquals(SECONDS, provider.tokensLive(was));
            }
            var first = tokens(asked).getLast();
            var second = tokens(theirs).getLast();
            expire(here.screen().page(), first);
            expire(there.screen().page(), second);

            asked.honest();
            here.addPaper(pdf, "Jugement", "justice/courtPaper").openPaper("Jugement").screen()
                    .seePdf("Le tribunal attend.");
            assertFalse(tokens(asked).contains(first), "nothing was done with what had expired");
            assertNotEquals(List.of(), tokens(asked));
            assertTrue(asked.asked().stream().anyMatch(request -> request.address().contains("/realms/")), "renewed");

            provider.admit(barred.username(), false);
            theirs.honest();
            there.screen().act("add-paper").awaitView("add-paper").give("file", pdf).fill("title", "Jugement")
                    .choose("kind", "justice").choose("finer", "courtPaper").act("save-paper");
            Languages.assertArabic(there.screen().message("sessionEnded"));
            assertEquals(List.of(), theirs.asked().stream().filter(Malice.Asked::changes).toList(), "nothing was sent");

            provider.admit(barred.username(), true);
            there.signIn().paper("Carte").waitFor();
            assertEquals(1, there.screen().page().locator("[data-paper]").count(), "nothing lost, nothing half there");
        }
    }

    private static List<String> tokens(Malice traffic) {
        return traffic.asked().stream().filter(one -> one.address().contains("/api/"))
                .map(one -> one.headers().getOrDefault("authorization", "")).filter(one -> one.startsWith("DPoP "))
                .map(one -> one.substring(5)).distinct().toList();
    }

    /** Waits until the token says itself that it is over; the page is left alone. */
    private static void expire(Page page, String token) {
        var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
        var end = Instant.ofEpochSecond(Long.parseLong(claims.replaceFirst("(?s).*\"exp\"\\s*:\\s*(\\d+).*", "$1")));
        assertTrue(end.isBefore(Instant.now().plusSeconds(SECONDS + 1)), "a short life");
        page.waitForCondition(() -> Instant.now().isAfter(end.plusSeconds(1)),
                new Page.WaitForConditionOptions().setTimeout(2000 * SECONDS));
    }
}
