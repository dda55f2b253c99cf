package brussels.passerelle.system;

import java.util.List;
import java.util.stream.IntStream;

/** The three cards of a kit: made at home, and what is done with them where the passphrase is lost. */
final class KitCards {
    private KitCards() {}

    /** From the wallet to three cards; gives what is printed on them, the holder's first. */
    static List<String> make(Holder holder, String wait) {
        var cards = shown(holder, wait);
        holder.screen().act("kit-kept").awaitView("kit").see("[data-kit]").view("kit");
        return cards;
    }

    /** The same, with the cards still on the screen. */
    static List<String> shown(Holder holder, String wait) {
        var screen = holder.screen().act("show-more").awaitView("more").act("show-kit").view("kit").act("make-kit")
                .view("kit-make");
        keeper(screen, "molenbeek", Holder.AGENCY);
        keeper(screen, "abri", "abri-du-canal");
        screen.choose("kitWait", wait).view("kit-make").act("next-question").see("[data-action='confirm-kit']");
        screen.fill("passphrase", holder.passphrase()).view("kit-make").act("confirm-kit").awaitView("kit-cards")
                .see("[data-sheet='kit-3'] .qr").view("kit-cards");
        return IntStream.rangeClosed(1, 3).mapToObj(
                card -> screen.one("[data-sheet='kit-" + card + "'] [data-code]").getAttribute("data-code")).toList();
    }

    private static void keeper(Screen screen, String query, String agency) {
        screen.fill("agencyQuery", query).act("find-agency").choose("keeper", agency).view("kit-make")
                .act("next-question");
    }

    /** Begins to reopen with a new slip; gives its code. */
    static String begin(RunningDemo demo, Screen screen, String language, String username) {
        lost(demo, screen, language).fill("username", username).view("reopen").act("begin-reopening")
                .awaitView("reopen-state");
        return screen.one("[data-slip]").getAttribute("data-slip");
    }

    static void resume(RunningDemo demo, Screen screen, String language, String username, String slip) {
        lost(demo, screen, language).fill("username", username).choose("reopenWay", "again").fill("slip", slip)
                .act("begin-reopening").awaitView("reopen-state");
    }

    static Screen lost(RunningDemo demo, Screen screen, String language) {
        return screen.go(demo.portal("/sign-in?lang=" + language)).awaitView("sign-in").act("lost").awaitView("lost")
                .act("reopen").awaitView("reopen");
    }

    /** The organisation's side: the card is shown to whoever has this code. */
    static Screen show(Screen counter, String code, String card) {
        counter.act("show-counter").view("counter").fill("reopenCode", code).act("check-code").see("[data-words]");
        return counter.fill("kitCard", card).act("show-card");
    }

    static String code(Screen lost) {
        return lost.one("[data-reopen-code]").getAttribute("data-reopen-code");
    }

    static String stage(Screen screen) {
        return screen.one("[data-stage]").getAttribute("data-stage");
    }
}
