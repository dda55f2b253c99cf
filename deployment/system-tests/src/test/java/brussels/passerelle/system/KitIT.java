package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** A passphrase is lost: two cards of three give the wallet back, one gives nothing, and the holder can say no. */
@ExtendWith(House.class)
@Execution(ExecutionMode.CONCURRENT)
class KitIT {
    private static final String TITLE = "Bail de la rue du Pont";

    private final RunningDemo demo;
    private final Browser browser;

    KitIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    /** The holder's own card and one at a counter; then the old passphrase is nothing any more, and the holder is told. */
    @ParameterizedTest
    @EnumSource
    void two_cards_give_the_wallet_back(Setting setting) throws IOException {
        try (var regular = Regular.holder(demo, "carte");
                var home = setting.profile(browser);
                var elsewhere = setting.profile(browser);
                var office = setting.profile(browser)) {
            regular.keep(TITLE, "referenceAddress", "Bail signé.");
            var holder = regular.at(demo, watched(home.newPage(), setting, "home"), setting.language);
            var cards = makeKit(holder, "0");
            holder.leave();

            var lost = watched(elsewhere.newPage(), setting, "elsewhere");
            var slip = begin(lost, setting.language, holder.username());
            assertEquals("started", stage(lost));
            lost.fill("kitCard", cards.get(0)).act("show-own-card").message("cardShown");
            assertEquals("oneCard", stage(lost));
            var code = lost.one("[data-reopen-code]").getAttribute("data-reopen-code");
            var words = lost.one("[data-words]").getAttribute("data-words");
            lost.view("reopen-state");

            var counter = new Worker(demo, watched(office.newPage(), setting, "office"), setting.language).signIn()
                    .screen();
            counter.act("show-counter").view("counter").fill("reopenCode", code).act("check-code");
            assertEquals(words, counter.one("[data-words]").getAttribute("data-words"));
            counter.view("counter").fill("kitCard", cards.get(0)).act("show-card").message("holdersCard");
            counter.fill("kitCard", cards.get(2)).act("show-card").message("cardRefused");
            counter.fill("kitCard", cards.get(1)).act("show-card").message("cardShown");

            // Another day, with the slip alone.
            resume(lost, setting.language, holder.username(), slip);
            assertEquals("ready", stage(lost));
            var passphrase = lost.valueOf("newPassphrase");
            lost.view("reopen-state").act("finish-reopening").awaitView("lost").see("[data-message='recovered']");
            lost.view("lost").act("dismiss-card").awaitView("wallet");
            lost.message("reopening");
            assertTrue(new Holder(demo, lost, setting.language).paper(TITLE).isVisible(), "the papers are there");
            lost.view("wallet").act("noted");

            holder.trySignIn(holder.username(), holder.passphrase());
            holder.screen().message("wrongPassphrase");
            assertNotEquals(holder.passphrase(), passphrase);
            holder.signIn(holder.username(), passphrase).screen().act("show-more").awaitView("more").act("show-kit")
                    .awaitView("kit").see("[data-action='make-kit']");
            assertFalse(holder.screen().page().locator("[data-kit]").isVisible(), "a kit that was used is used up");
        }
    }

    /**
     * A card misread, or for another place, is told at once. Whoever is in the wallet sees a true one and stops it in one
     * tap; the cards give nothing after that.
     */
    @Test
    void the_holder_says_no() throws IOException {
        try (var regular = Regular.holder(demo, "veto");
                var home = Setting.FR_DESKTOP.profile(browser);
                var elsewhere = Setting.FR_DESKTOP.profile(browser)) {
            var holder = regular.at(demo, Screen.plain(home.newPage()), "fr");
            var cards = makeKit(holder, "7");
            var thief = Screen.plain(elsewhere.newPage());
            begin(thief, "fr", "personne-000-000");
            thief.fill("kitCard", cards.get(0)).act("show-own-card").message("cardRefused");
            begin(thief, "fr", holder.username());
            thief.fill("kitCard", cards.get(0).replaceFirst("^..", "77")).act("show-own-card").message("mistyped");
            thief.fill("kitCard", cards.get(1)).act("show-own-card").message("keepersCard");
            assertEquals("started", stage(thief));
            thief.fill("kitCard", cards.get(0)).act("show-own-card").message("cardShown");
            holder.screen().act("show-wallet").awaitView("wallet");
            holder.leave().signIn().screen().message("reopening");
            holder.screen().act("stop-reopening").awaitView("kit").message("reopeningStopped");
            thief.act("look-again").message("reopen-stopped");
            assertFalse(thief.page().locator("[name='newPassphrase']").isVisible());
        }
    }

    /** Two steps and the passphrase; what is left is a receipt that this browser has checked. */
    @Test
    void erased_for_ever(@TempDir Path files) throws IOException {
        var setting = Setting.AR_PHONE;
        try (var regular = Regular.holder(demo, "fin"); var home = setting.profile(browser)) {
            regular.keep(TITLE, "referenceAddress", "Bail signé.");
            var holder = regular.at(demo, watched(home.newPage(), setting, "erase"), setting.language);
            var screen = holder.screen().act("show-more").awaitView("more").act("show-erase").view("erase");
            screen.fill("passphrase", "not " + holder.passphrase()).act("erase").act("confirm-erase")
                    .message("wrongPassphrase");
            screen.fill("passphrase", holder.passphrase()).act("erase").see("[data-action='confirm-erase']")
                    .view("erase").act("confirm-erase").awaitView("erased").see("[data-proof='verified']")
                    .view("erased");
            var download = screen.page().waitForDownload(() -> screen.act("save-receipt"));
            var receipt = files.resolve("receipt.json");
            download.saveAs(receipt);
            assertTrue(java.nio.file.Files.readString(receipt).contains("\"checkpoint\""));
            screen.act("finish").awaitView("sign-in");
            holder.trySignIn(holder.username(), holder.passphrase());
            screen.message("wrongPassphrase");
        }
    }

    /** From the wallet to three cards; gives what is printed on them, the holder's first. */
    private static List<String> makeKit(Holder holder, String wait) {
        var screen = holder.screen().act("show-more").awaitView("more").act("show-kit").view("kit").act("make-kit")
                .view("kit-make");
        keeper(screen, "molenbeek", Holder.AGENCY);
        keeper(screen, "abri", "abri-du-canal");
        screen.choose("kitWait", wait).view("kit-make").act("next-question").see("[data-action='confirm-kit']");
        screen.fill("passphrase", holder.passphrase()).view("kit-make").act("confirm-kit").awaitView("kit-cards")
                .see("[data-sheet='kit-3'] .qr").view("kit-cards");
        var cards = IntStream.rangeClosed(1, 3).mapToObj(
                card -> screen.one("[data-sheet='kit-" + card + "'] [data-code]").getAttribute("data-code")).toList();
        screen.act("kit-kept").awaitView("kit").see("[data-kit]").view("kit");
        return cards;
    }

    private static void keeper(Screen screen, String query, String agency) {
        screen.fill("agencyQuery", query).act("find-agency").choose("keeper", agency).view("kit-make")
                .act("next-question");
    }

    /** With a new slip; gives its code. */
    private String begin(Screen screen, String language, String username) {
        lost(screen, language).fill("username", username).view("reopen").act("begin-reopening")
                .awaitView("reopen-state");
        return screen.one("[data-slip]").getAttribute("data-slip");
    }

    private void resume(Screen screen, String language, String username, String slip) {
        lost(screen, language).fill("username", username).choose("reopenWay", "again").fill("slip", slip)
                .act("begin-reopening").awaitView("reopen-state");
    }

    private Screen lost(Screen screen, String language) {
        return screen.go(demo.portal("/sign-in?lang=" + language)).awaitView("sign-in").act("lost").awaitView("lost")
                .act("reopen").awaitView("reopen");
    }

    private static String stage(Screen screen) {
        return screen.one("[data-stage]").getAttribute("data-stage");
    }

    private static Screen watched(Page page, Setting setting, String who) {
        return Screen.watched(page, new Hand.Pointer(), setting + "/kit-" + who);
    }
}
