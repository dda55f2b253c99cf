package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;

import brussels.passerelle.protocol.jose.Secret;

/** T10: addresses, codes and pictures that are passed on. What is secret in them is in no request, no log and no referrer. */
@Order(1)
class AttacksByLinkIT extends Attacked {
    AttacksByLinkIT(RunningDemo demo, Browser browser, Prey prey) {
        super(demo, browser, prey);
    }

    @Test
    void T10_key_leaking_from_a_link() throws IOException {
        var secret = Secret.randomId() + Secret.randomId();
        try (var tap = new Tap(); var here = Setting.FR_DESKTOP.profile(browser, tap)) {
            var tab = Screen.plain(here.newPage());
            for (var path : List.of("/", "/sign-in", "/create"))
                tab.go(demo.portal(path + "?lang=fr#" + secret)).see("[data-action='show-registry']");
            tab.act("show-registry").awaitView("registry-search");
            assertEquals(Set.of(), tap.searched(new Needles().text("fragment", secret)));
            assertFalse(tap.searched(new Needles().text("page", "/sign-in")).isEmpty(), "the search finds a page");
            assertEquals(Set.of(), tap.searched(new Needles().text("page before", "Referer=[")));
        }
        assertNotLogged(new Needles().text("fragment", secret));
        var holder = signedIn();
        holder.openPaper(Prey.LETTER).screen().see("canvas");
        assertEquals(demo.portal("/sign-in?lang=fr").toString(), page.url(), "the address tells nothing of the paper");
    }

    /** What the phone's camera follows binds the computer to its key: it stays behind the #, and leaves the address at once. */
    @Test
    void T10_link_of_a_phone_hand_over() throws IOException {
        var holder = prey.holder;
        try (var tap = new Tap();
                var shared = Setting.FR_DESKTOP.profile(browser);
                var mine = Setting.AR_PHONE.profile(browser, tap)) {
            var traffic = new Malice(shared);
            var kiosk = Screen.plain(shared.newPage()).go(demo.portal("/sign-in?lang=fr&kiosk")).awaitView("sign-in")
                    .act("sign-in-phone").awaitView("sign-in-phone").see("[data-code]");
            var offer = traffic.asked().stream().filter(one -> one.changes() && one.address().endsWith("/meetings"))
                    .findFirst().orElseThrow().body();
            var bound = offer.replaceFirst("(?s).*commitment\\W+([\\w-]{43}).*", "$1");
            var meeting = traffic.asked().stream().map(Malice.Asked::address).filter(one -> one.endsWith("/answer"))
                    .findFirst().orElseGet(() -> heard(kiosk, traffic))
                    .replaceFirst(".*/meetings/([^/]+)/answer", "$1");
            var phone = Screen.plain(mine.newPage())
                    .go(demo.portal("/sign-in#phone." + meeting + "." + bound)).see("[data-words]");
            assertFalse(phone.page().url().contains("#"), phone.page().url());
            phone.act("same-words").see("[data-step='unlock']").fill("username", holder.username())
                    .fill("passphrase", holder.passphrase()).act("open-there").message("handedOver");
            kiosk.awaitView("wallet");
            // The offer itself carries the commitment back from the server, and the name only finds: neither is asked for.
            var needles = new Needles().text("commitment", bound).text("passphrase", holder.passphrase())
                    .text("secret of sign-in", prey.authSecret(demo));
            assertEquals(Set.of(), tap.searched(needles));
            assertFalse(tap.searched(new Needles().text("name", meeting)).isEmpty(), "the search finds what is sent");
            assertNotLogged(needles);
        }
    }

    private static String heard(Screen kiosk, Malice traffic) {
        kiosk.page()
                .waitForCondition(() -> traffic.asked().stream().anyMatch(one -> one.address().endsWith("/answer")));
        return traffic.asked().stream().map(Malice.Asked::address).filter(one -> one.endsWith("/answer")).findFirst()
                .orElseThrow();
    }

    /** What stands on the holder's card, the cards of a kit, a slip and a code: only the card's public address leaves the page. */
    @Test
    void T10_cards_of_a_kit_a_code_and_the_holders_card() throws IOException {
        var needles = new Needles();
        try (var owner = Regular.holder(demo, "cartes");
                var tap = new Tap();
                var watched = Setting.FR_DESKTOP.profile(browser, tap)) {
            var home = Screen.plain(watched.newPage());
            var holder = owner.at(demo, home, "fr");
            needles.text("code", Doors.makeCode(holder));
            var cards = KitCards.make(holder, "30");
            cards.forEach(card -> needles.text("card", card).text("typed card", spaced(card)));
            home.act("show-more").awaitView("more").act("show-card").awaitView("card").see("[data-sheet='card'] .qr");
            var pictures = home.page().locator("[data-sheet] a[href], .qr a").count();
            assertEquals(0, pictures, "no picture is an address that somebody could follow");
            holder.leave();
            needles.text("slip", KitCards.begin(demo, home, "fr", holder.username()));
            home.fill("kitCard", cards.getFirst()).act("show-own-card").message("cardShown");
            assertTrue(home.page().url().endsWith("/sign-in?lang=fr"), home.page().url());
            assertEquals(Set.of(), tap.searched(needles));
            assertFalse(tap.searched(new Needles().text("name", holder.username())).isEmpty(),
                    "the search finds a name");
            assertEquals(Set.of(), tap.searched(new Needles().text("page before", "Referer=[")));
        }
        assertNotLogged(needles);
    }

    private static String spaced(String letters) {
        return letters.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private void assertNotLogged(Needles needles) throws IOException {
        assertEquals(Set.of(), needles.in(demo.state().resolve("log")));
    }
}
