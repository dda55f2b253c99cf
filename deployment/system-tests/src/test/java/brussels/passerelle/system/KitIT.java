package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;

/** A passphrase is lost: two cards of three give the wallet back, one gives nothing, and the holder can say no. */
@ExtendWith(House.class)
@Execution(ExecutionMode.CONCURRENT)
class KitIT {
    private static final String TITLE = "Bail de la rue du Pont";
    private static final String HIDDEN = "Dette de la clinique";

    private final RunningDemo demo;
    private final Browser browser;

    KitIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    /** The holder's own card and one at a counter; then the old passphrase is nothing any more, and the holder is told. */
    @Test
    void two_cards_give_the_wallet_back() throws IOException {
        var setting = Setting.FR_DESKTOP;
        try (var regular = Regular.holder(demo, "carte"); var home = setting.profile(browser)) {
            regular.keep(TITLE, "referenceAddress", "Bail signé.");
            var holder = regular.at(demo, watched(home.newPage(), setting, "home"), setting.language);
            var cards = KitCards.make(holder, "0");
            holder.leave();
            var passphrase = reopened(setting, holder.username(), cards, lost -> {
                lost.message("reopening");
                assertEquals(List.of(TITLE), titles(lost), "the papers are there");
                lost.view("wallet").act("noted");
            });

            holder.trySignIn(holder.username(), holder.passphrase());
            holder.screen().message("wrongPassphrase");
            assertNotEquals(holder.passphrase(), passphrase);
            holder.signIn(holder.username(), passphrase).screen().act("show-more").awaitView("more").act("show-kit")
                    .awaitView("kit").see("[data-action='make-kit']");
            assertFalse(holder.screen().page().locator("[data-kit]").isVisible(), "a kit that was used is used up");
        }
    }

    /** Two organisations together are no way around the holder's own choice: until the hour they open what it shows. */
    @Test
    void under_a_mask_two_cards_give_what_it_shows_and_the_whole_after_the_hour() throws IOException, SQLException {
        var setting = Setting.AR_PHONE;
        try (var regular = Regular.holder(demo, "masque"); var home = setting.profile(browser)) {
            var shown = regular.keep(TITLE, "referenceAddress", "Bail signé.");
            regular.keep(HIDDEN, "debtNotice", "Une dette.");
            var holder = regular.at(demo, watched(home.newPage(), setting, "home"), setting.language);
            var cards = KitCards.make(holder, "0");
            holder.screen().act("show-wallet").awaitView("wallet").act("set-mask").awaitView("mask")
                    .choose("maskPaper", shown).act("confirm-mask").awaitView("sign-in").message("closed");
            var passphrase = reopened(setting, holder.username(), cards, lost -> {
                assertEquals(List.of(TITLE), titles(lost), "until the hour");
                assertFalse(lost.page().content().contains(HIDDEN));
            });
            assertEquals(List.of(TITLE), titles(holder.signIn(holder.username(), passphrase).screen()));
            holder.leave();

            new Databases(demo).passHour(holder.username());
            assertEquals(List.of(TITLE, HIDDEN), titles(holder.signIn(holder.username(), passphrase).screen()));
        }
    }

    /** From a lost passphrase to a wallet, elsewhere: gives the new passphrase. */
    private String reopened(Setting setting, String username, List<String> cards, Consumer<Screen> inside) {
        try (var elsewhere = setting.profile(browser); var office = setting.profile(browser)) {
            var lost = watched(elsewhere.newPage(), setting, "elsewhere");
            var slip = KitCards.begin(demo, lost, setting.language, username);
            assertEquals("started", KitCards.stage(lost));
            lost.fill("kitCard", cards.get(0)).act("show-own-card").message("cardShown");
            assertEquals("oneCard", KitCards.stage(lost));
            var code = KitCards.code(lost);
            var words = lost.one("[data-words]").getAttribute("data-words");
            lost.view("reopen-state");

            var counter = new Worker(demo, watched(office.newPage(), setting, "office"), setting.language).signIn()
                    .screen();
            KitCards.show(counter, code, cards.get(0)).message("holdersCard");
            assertEquals(words, counter.one("[data-words]").getAttribute("data-words"));
            counter.view("counter").fill("kitCard", cards.get(2)).act("show-card").message("cardRefused");
            counter.fill("kitCard", cards.get(1)).act("show-card").message("cardShown");

            // Another day, with the slip alone.
            KitCards.resume(demo, lost, setting.language, username, slip);
            assertEquals("ready", KitCards.stage(lost));
            var passphrase = lost.valueOf("newPassphrase");
            lost.view("reopen-state").act("finish-reopening").awaitView("lost").see("[data-message='recovered']");
            lost.view("lost").act("dismiss-card").awaitView("wallet").see("[data-paper]");
            inside.accept(lost);
            return passphrase;
        }
    }

    private static List<String> titles(Screen screen) {
        return screen.see("[data-paper]").page().locator("[data-paper] strong").allInnerTexts().stream().sorted()
                .toList();
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
            var cards = KitCards.make(holder, "7");
            var thief = Screen.plain(elsewhere.newPage());
            KitCards.begin(demo, thief, "fr", "personne-000-000");
            thief.fill("kitCard", cards.get(0)).act("show-own-card").message("cardRefused");
            KitCards.begin(demo, thief, "fr", holder.username());
            thief.fill("kitCard", cards.get(0).replaceFirst("^..", "77")).act("show-own-card").message("mistyped");
            thief.fill("kitCard", cards.get(1)).act("show-own-card").message("keepersCard");
            assertEquals("started", KitCards.stage(thief));
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

    private static Screen watched(Page page, Setting setting, String who) {
        return Screen.watched(page, new Hand.Pointer(), setting + "/kit-" + who);
    }
}
