package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/**
 * However somebody goes away from a shared computer, the next one at its keyboard finds nothing of the wallet: not in what pages
 * can ask the browser for, and not in the browser's folder on the disk, before and after it is closed.
 */
@ExtendWith(House.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Order.DEFAULT + 1)
class LeavingIT {
    private static final String TITLE = "Bail de la rue des Ardoises cassées";

    private final RunningDemo demo;
    private final Browser browser;
    private final Path folders = RunningDemo.TARGET.resolve("leaving");
    private Regular holder;
    private String paper = "";

    LeavingIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    /** Every way in which a session ends. */
    enum Way {
        LEAVE(screen -> screen.act("leave").awaitView("sign-in").see("[data-message='left']")),
        THREE_IDLE_MINUTES(screen -> {
            screen.page().clock().fastForward("02:40");
            screen.see("[data-message='idle']");
            screen.page().clock().fastForward("00:25");
            screen.awaitView("sign-in").see("[data-message='leftIdle']");
        }),
        QUICK_EXIT(screen -> screen.act("quick-exit").awaitView("neutral")),
        BACK_AFTER_LEAVING(screen -> {
            screen.act("leave").awaitView("sign-in").see("[data-message='left']");
            screen.page().goBack();
            screen.page().waitForLoadState();
        }),
        CLOSED_BY_THE_SERVER(screen -> {
            screen.page().route("**/api/**", LeavingIT::refuse);
            screen.act("show-loans").awaitView("sign-in").see("[data-message='closed']");
        }),
        ANOTHER_ADDRESS(screen -> screen.page().navigate("about:blank")),
        CLOSING_THE_TAB(screen -> screen.page().close());

        private final Consumer<Screen> act;

        Way(Consumer<Screen> act) {
            this.act = act;
        }
    }

    @BeforeAll
    void aWalletInUse() throws IOException {
        House.erase(folders);
        holder = Regular.holder(demo, "partante");
        paper = holder.keep(TITLE, "lease", "Un bail.");
    }

    @AfterAll
    void done() {
        holder.close();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nothing_of_the_wallet_stays(Way way) throws IOException {
        var folder = folders.resolve(way.name().toLowerCase(Locale.ROOT));
        try (var profile = Chromium.withFolder(browser.browserType(), folder)) {
            var next = profile.pages().getFirst();
            if (way == Way.THREE_IDLE_MINUTES)
                profile.clock().install();
            var page = profile.newPage();
            var screen = Screen.plain(page);
            holder.at(demo, screen, "fr").openPaper(TITLE).screen().see("[data-viewer='shown']");
            assertTrue(page.content().contains(TITLE), "the search can find it where it may be");
            assertFalse(page.title().contains(TITLE), "the tab's title is kept by the browser's history");
            way.act.accept(screen);
            if (!page.isClosed())
                assertNothingInThePage(page);
            next.navigate(demo.portal("/privacy?lang=fr").toString());
            assertEquals(List.of(), Leftovers.in(next), "for the next page of ours");
            assertEquals(Set.of(), needles().in(folder), "on the disk while the browser runs");
        }
        assertEquals(Set.of(), needles().in(folder), "on the disk after the browser was closed");
    }

    private void assertNothingInThePage(Page page) {
        var content = page.content();
        for (var secret : secrets())
            assertFalse(content.contains(secret), secret);
        var history = page.context().newCDPSession(page).send("Page.getNavigationHistory").toString();
        for (var secret : secrets())
            assertFalse(history.contains(secret), "addresses and titles to go back to: " + secret);
        if (page.url().startsWith("http"))
            assertEquals(List.of(), Leftovers.in(page));
    }

    /** That the search finds what a browser keeps: in its storage, its history, its cache and its cookies. */
    @Test
    void the_search_finds_what_is_planted() throws IOException {
        var folder = folders.resolve("control");
        var planted = List.of("planted-in-storage-417", "planted-in-history-417", "planted-in-cache-417",
                "planted-in-title-417");
        try (var profile = Chromium.withFolder(browser.browserType(), folder)) {
            var page = profile.pages().getFirst();
            page.navigate(demo.portal("/limits?lang=fr&planted=" + planted.get(1)).toString());
            page.evaluate("""
              ([key, address, title]) => {
                localStorage.setItem(key, key);
                document.cookie = 'planted=' + key;
                document.title = title;
                return fetch(address, { cache: 'force-cache' }).then(answer => answer.text());
              }""", List.of(planted.get(0), "/look/look.css?v=" + planted.get(2), planted.get(3)));
            var leftovers = Leftovers.in(page);
            assertTrue(leftovers.stream().anyMatch(left -> left.contains(planted.get(0))), leftovers.toString());
            assertTrue(leftovers.stream().anyMatch(left -> left.startsWith("cookie planted")), leftovers.toString());
        }
        var needles = new Needles();
        planted.forEach(needle -> needles.text(needle, needle));
        var found = needles.in(folder);
        for (var needle : planted)
            assertTrue(found.stream().anyMatch(where -> where.startsWith(needle)), needle + " in " + found);
    }

    /** Ended right after the exchange of the code, while the person is still there; with that suppressed, it would stay. */
    @Test
    void the_identity_provider_keeps_no_session() {
        assertEquals(0, sessionsWhileSignedIn(false));
        assertEquals(1, sessionsWhileSignedIn(true));
    }

    private long sessionsWhileSignedIn(boolean endingSuppressed) {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            if (endingSuppressed)
                profile.route("**/protocol/openid-connect/logout", Route::abort);
            holder.at(demo, Screen.plain(profile.newPage()), "fr");
            return new ProviderSessions(demo).of(holder.username());
        }
    }

    private Needles needles() {
        var needles = new Needles();
        secrets().forEach(secret -> needles.text(secret, secret));
        return needles;
    }

    private List<String> secrets() {
        return Stream.of(TITLE, holder.username(), paper, holder.passphrase()).toList();
    }

    private static void refuse(Route route) {
        route.fulfill(new Route.FulfillOptions().setStatus(401).setContentType("application/problem+json").setBody(
                "{\"type\":\"urn:problem-type:passerelle:sessionClosed\",\"title\":\"x\",\"status\":401,\"detail\":\"x\"}"));
    }
}
