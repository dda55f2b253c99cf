package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** One secret opens the wallet, nothing of it stays in the browser, and guessing is slow but never locks anyone out. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 2)
class SignInIT {
    private static final int GUESSES = 7;

    private final RunningDemo demo;
    private final Browser browser;

    SignInIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @Test
    void nothing_stays_in_the_browser() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            var holder = holder(page).createWallet("Passant");
            assertEquals(List.of(), Leftovers.in(page), "while signed in");
            holder.leave();
            assertEquals(List.of(), Leftovers.in(page), "after leaving");
            page.goBack();
            assertNoWallet(page, holder);
            page.goForward();
            assertNoWallet(page, holder);
            page.navigate(demo.portal("/").toString());
            assertNoWallet(page, holder);
        }
    }

    private static void assertNoWallet(Page page, Holder holder) {
        page.waitForLoadState();
        assertFalse(page.locator("html[data-view=wallet]").isVisible());
        assertFalse(page.content().contains(holder.username()));
    }

    @Test
    void reloading_or_a_second_tab_needs_the_passphrase_again() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            var holder = holder(page).createWallet("Onglet");
            var second = profile.newPage();
            second.navigate(demo.portal("/").toString());
            assertNoWallet(second, holder);
            page.reload();
            assertNoWallet(page, holder);
        }
    }

    @Test
    void three_idle_minutes_are_enough_to_forget() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            profile.clock().install();
            var page = profile.newPage();
            var holder = holder(page).createWallet("Absente");
            page.clock().fastForward("02:40");
            holder.screen().see("[data-message='idle']");
            page.clock().fastForward("00:25");
            holder.screen().see("[data-message='leftIdle']").awaitView("sign-in");
            assertNoWallet(page, holder);
            assertEquals(List.of(), Leftovers.in(page));
        }
    }

    @Test
    void guessing_slows_down_and_never_locks_out() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            var holder = holder(page).createWallet("Devine");
            var name = holder.username();
            var secret = holder.passphrase();
            holder.leave();
            holder.trySignIn(name, secret + "x");
            assertFalse(holder.screen().message("wrongPassphrase").isBlank());
            try (var guesser = new Guesser(demo, name)) {
                page.waitForCondition(() -> guesser.refused() >= GUESSES,
                        new Page.WaitForConditionOptions().setTimeout(60_000));
                var waits = IntStream.range(0, 5).anyMatch(_ -> toldToWait(holder, name, secret));
                assertTrue(waits, "the right passphrase, too, has to wait while somebody guesses");
            }
            retry(holder, secret);
            holder.screen().awaitView("wallet");
        }
    }

    /** The rightful person may slip in between two waits; that is no harm. */
    private static boolean toldToWait(Holder holder, String name, String secret) {
        holder.trySignIn(name, secret);
        holder.screen().see("html[data-view='wallet'], [data-message='tooMany']");
        if (holder.screen().page().locator("[data-message='tooMany']").isVisible())
            return true;
        holder.leave();
        return false;
    }

    /** The right passphrase works within half a minute, however often somebody else guessed. */
    private static void retry(Holder holder, String secret) {
        var deadline = System.nanoTime() + 45_000_000_000L;
        var wallet = holder.screen().page().locator("html[data-view=wallet]");
        while (!wallet.isVisible() && System.nanoTime() < deadline) {
            holder.screen().page().waitForTimeout(3000);
            holder.screen().fill("passphrase", secret).act("sign-in");
            var answered = holder.screen().page().locator("html[data-view=wallet], [data-message]").first();
            answered.waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        }
        assertTrue(wallet.isVisible());
    }

    private Holder holder(Page page) {
        return new Holder(demo, Screen.plain(page), "fr");
    }
}
