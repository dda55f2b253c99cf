package brussels.passerelle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.look.Asset;
import brussels.passerelle.look.Language;
import brussels.passerelle.look.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in every language, written by the real templates with the bundles of this build. */
class PortalTest {
    private static final Path ASSETS = Path.of(System.getProperty("app.assets"));
    private static final Pattern BLOCKED = Pattern
            .compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:");
    private static final Pattern FORM = Pattern.compile("<form|<input|<textarea");

    private final Portal portal = portal(false, List.of(new Limit("Papers <per> hour", "1 000")));

    private static Portal portal(boolean kiosk, List<Limit> limits) {
        return new Portal(new Site("http://localhost:8080", "http://localhost:8081"), "passerelle", kiosk,
                asset("/app/app.js"), asset("/app/app.css"), language -> limits);
    }

    private static Asset asset(String path) {
        try {
            return Asset.of(path, Files.newInputStream(ASSETS.resolve(path.substring(1))));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static Stream<Arguments> pages() {
        return Stream.of(PublicPage.values())
                .flatMap(page -> Stream.of(Language.values()).map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void saysWhatItIsAndHoldsNothingThatThePolicyBlocks(PublicPage page, Language language) {
        var html = portal.render(page, language);
        assertTrue(html.contains("<html lang=\"%s\" dir=\"%s\" data-view=\"%s\">".formatted(language.code(),
                language.dir(), page.view())));
        assertFalse(BLOCKED.matcher(html).find());
        assertEquals(1, html.split("<h1", -1).length - 1, "one heading");
        assertTrue(html.contains("data-action=\"quick-exit\""));
        var loaded = html.split("<script ", -1).length + html.split("rel=\"stylesheet\"", -1).length - 2;
        assertEquals(loaded, html.split("integrity=\"sha384-", -1).length - 1, "every script and style has its digest");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void neverOffersToSendAnythingWithoutOurScript(PublicPage page, Language language) {
        assertFalse(FORM.matcher(portal.render(page, language)).find());
    }

    @Test
    void homeLeadsToAWalletAndToHelpWithoutScript() {
        var home = portal.render(PublicPage.HOME, Language.NL);
        assertTrue(home.contains("href=\"http://localhost:8080/create?lang=nl\" data-action=\"create-wallet\""));
        assertTrue(home.contains("href=\"http://localhost:8080/sign-in?lang=nl\" data-action=\"sign-in\""));
        assertTrue(home.contains("href=\"http://localhost:8081/?lang=nl\" data-action=\"search\""));
    }

    @Test
    void shellTellsTheScriptWhereEverythingIs() {
        var shell = portal.render(PublicPage.SIGN_IN, Language.FR);
        assertTrue(shell.contains(
                "data-origin=\"http://localhost:8080\" data-registry-origin=\"http://localhost:8081\" data-realm=\"passerelle\""));
        assertTrue(shell.contains("<noscript>"));
        assertTrue(shell.contains("noindex"));
        assertFalse(portal.render(PublicPage.HOME, Language.FR).contains("/app/app.js"));
    }

    @Test
    void aDeploymentForSharedComputersSaysSo() {
        assertTrue(portal(true, List.of()).render(PublicPage.SIGN_IN, Language.FR).contains(" data-kiosk=\"\">"));
        assertFalse(portal.render(PublicPage.SIGN_IN, Language.FR).contains("data-kiosk"));
    }

    @Test
    void limitsAreShownAsTheyAreAndTheirAbsenceIsSaid() {
        assertTrue(portal.render(PublicPage.LIMITS, Language.EN).contains("Papers &lt;per&gt; hour"));
        assertTrue(portal(false, List.of()).render(PublicPage.LIMITS, Language.AR)
                .contains("data-message=\"unavailable\""));
    }

    @Test
    void theNeutralPageSpeaksOfNothing() {
        var html = Portal.neutral(Language.FR, LocalDate.of(2026, 11, 22));
        assertTrue(html.contains("novembre 2026"));
        assertTrue(html.contains("<strong>22</strong>"));
        assertFalse(html.toLowerCase(java.util.Locale.ROOT).contains("passerelle"));
        assertFalse(html.contains("data-action"));
        assertFalse(BLOCKED.matcher(html).find());
    }
}
