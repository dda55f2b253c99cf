package brussels.passerelle.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final Site SITE = new Site("http://localhost:8080", "http://localhost:8081");

    private static String frame(Language language, String title) {
        return Frame.render(Page.of(language, "home", title, "/search?q=a", SITE),
                output -> output.writeContent("<h1>hello</h1>"));
    }

    @Test
    void saysItsLanguageDirectionAndView() {
        assertTrue(frame(Language.AR, "t").contains("<html lang=\"ar\" dir=\"rtl\" data-view=\"home\">"));
    }

    @Test
    void offersQuickExitSkipLinkAndEveryLanguage() {
        var page = frame(Language.NL, "t");
        assertTrue(page.contains("href=\"http://localhost:8080/neutral?lang=nl\" data-action=\"quick-exit\""));
        assertTrue(page.contains("class=\"skip-link\" href=\"#main\""));
        for (var language : Language.values()) {
            assertTrue(page.contains("/search?q=a&amp;lang=" + language.code()), language.code());
        }
    }

    @Test
    void holdsNothingInlineThatThePolicyWouldBlock() {
        var page = frame(Language.FR, "t");
        assertFalse(Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)").matcher(page).find());
        assertEquals(page.split("<script ", -1).length + page.split("rel=\"stylesheet\"", -1).length - 2,
                page.split("integrity=\"sha384-", -1).length - 1);
    }

    @Test
    void escapesWhatItIsGiven() {
        assertFalse(frame(Language.FR, "<script>alert(1)</script>").contains("<script>alert"));
    }

    @Test
    void namesAssetsByTheirContent() throws IOException, java.security.NoSuchAlgorithmException {
        try (var stream = Frame.class.getResourceAsStream("/META-INF/resources/look/quick-exit.js")) {
            var digest = MessageDigest.getInstance("SHA-384").digest(stream.readAllBytes());
            assertEquals("sha384-" + Base64.getEncoder().encodeToString(digest), Asset.QUICK_EXIT.integrity());
        }
        assertTrue(Asset.STYLE.address().matches("/look/look\\.css\\?v=[0-9a-f]{16}"));
    }

    @Test
    void everyPictogramHasOneDrawing() throws IOException {
        try (var stream = Frame.class.getResourceAsStream("/META-INF/resources/look/pictograms.svg")) {
            var sprite = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            var ids = Pattern.compile("<symbol id=\"([^\"]+)\"").matcher(sprite).results().map(found -> found.group(1))
                    .toList();
            assertTrue(ids.size() > 100);
            assertEquals(ids.size(), ids.stream().distinct().count());
            assertTrue(ids.containsAll(List.of("bridge", "exit", "id-card", "lend", "take-back", "proof")));
        }
        assertThrows(IllegalArgumentException.class, () -> Pictogram.of("\"><script>"));
    }

    @Test
    void policyAllowsOnlyOurselves() {
        var policy = PagePolicy.headers(List.of("http://localhost:8081"), true).get("Content-Security-Policy");
        assertFalse(policy.contains("unsafe-inline"));
        assertFalse(policy.contains("'unsafe-eval'"));
        assertTrue(policy.startsWith("default-src 'none'; "));
        assertTrue(policy.contains("connect-src 'self' http://localhost:8081;"));
        assertTrue(policy.contains("frame-ancestors 'none'"));
    }

    @Test
    void onlyContentNamedAssetsAreKept() {
        assertEquals("no-store", PagePolicy.caching("/sign-in", true));
        assertEquals("no-cache", PagePolicy.caching("/look/look.css", false));
        assertTrue(PagePolicy.caching("/app/app.js", true).contains("immutable"));
    }
}
