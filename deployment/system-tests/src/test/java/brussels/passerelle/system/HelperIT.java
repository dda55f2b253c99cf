package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;

/** Two people at a table: one gives the other a mandate to add papers and nothing else, and takes it back. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 1)
class HelperIT {
    private static final String SECRET = "Jugement du tribunal";
    private static final String ADDED = "Carte de la mutuelle";
    private static final String SENTENCE = "La mutuelle atteste que la personne est en ordre.";

    /** The holder on a small screen in Arabic, the helper at a desk in French: the words are those of one of the two. */
    @Test
    void a_blind_helper_adds_and_sees_only_that(RunningDemo demo, Browser browser, @TempDir Path files)
            throws IOException {
        var pdf = Files.write(files.resolve("mutuelle.pdf"), Papers.pdf(SENTENCE));
        try (var nour = Regular.holder(demo, "nour");
                var amal = Regular.holder(demo, "amal");
                var here = Setting.AR_PHONE.profile(browser);
                var there = Setting.FR_DESKTOP.profile(browser)) {
            nour.keep(SECRET, "justice", "Rien pour les autres.");
            var holder = nour.at(demo, Screen.watched(here.newPage(), new Hand.Pointer(), "helper/holder"), "ar");
            var helper = amal.at(demo, Screen.watched(there.newPage(), new Hand.Pointer(), "helper/helper"), "fr");
            meet(holder.screen(), helper.screen());
            add(helper.screen(), pdf);
            helper.screen().see("[data-message='sent']").see("[data-sent='add']");
            var seen = helper.screen().page().locator("body").innerText();
            assertTrue(seen.contains(ADDED), "the helper sees what they added");
            assertFalse(seen.contains(SECRET), "and nothing else");

            holder.screen().act("show-inbox").view("inbox").act("show-wallet").awaitView("wallet");
            holder.openPaper(ADDED).screen().seePdf(SENTENCE);
            assertTrue(holder.screen().page().locator("body").innerText().contains(amal.username()));
            holder.seeProven("helperAdded");
            assertTrue(holder.screen().one("[data-event='helperAdded']").innerText().contains(amal.username()));

            takeBack(holder.screen());
            add(helper.screen(), pdf);
            assertFalse(helper.screen().message("helpRefused").isBlank());
            holder.seeProven("helperRefused");
        }
    }

    /** With every right: what was laid out is read, and what is proposed waits for the holder's word. */
    @Test
    void rights_that_were_given_and_nothing_beyond(RunningDemo demo, Browser browser) throws IOException {
        try (var nour = Regular.holder(demo, "nour");
                var amal = Regular.holder(demo, "amal");
                var here = Setting.FR_DESKTOP.profile(browser);
                var there = Setting.AR_PHONE.profile(browser)) {
            var laid = nour.keep(ADDED, "health", SENTENCE);
            nour.keep(SECRET, "justice", "Rien pour les autres.");
            var holder = nour.at(demo, Screen.watched(here.newPage(), new Hand.Pointer(), "helping/holder"), "fr");
            var helper = amal.at(demo, Screen.watched(there.newPage(), new Hand.Pointer(), "helping/helper"), "ar");
            meet(holder.screen(), helper.screen(), () -> {
                for (var right : java.util.List.of("file", "ask", "print"))
                    holder.screen().choose("helperRights", right);
                holder.screen().choose("helperPapers", laid);
            });
            var person = helper.screen();
            person.see("[data-paper='" + laid + "']");
            assertEquals(1, person.page().locator("[data-paper]").count(), "only what was laid out");
            person.act("show-paper").seePdf(SENTENCE).view("helping-paper").act("back").awaitView("helping-person");
            person.act("propose-filing").awaitView("helping-file").fill("title", "Mutuelle 2026").view("helping-file")
                    .act("send-proposal").see("[data-message='proposed']");
            person.act("prepare-loan").awaitView("lend").choose("papers", laid).act("choose-papers");
            new Holder(demo, person, "ar").answerLoan("housingSearch");
            person.act("confirm-loan").see("[data-message='proposed']").view("helping-person");

            var inbox = holder.screen();
            inbox.act("show-inbox").see("[data-act='ask'] [data-checked='true']").view("inbox");
            inbox.press(inbox.one("[data-act='file'] [data-action='accept-arrival']"))
                    .see("[data-message='arrivalAccepted']");
            inbox.press(inbox.one("[data-act='ask'] [data-action='accept-arrival']"))
                    .see("[data-message='arrivalAccepted']");
            inbox.act("show-loans").awaitView("loans").see("[data-loan][data-state='given']").act("show-wallet")
                    .awaitView("wallet");
            holder.paper("Mutuelle 2026").waitFor();
            holder.seeProven("helperOpened").seeProven("helperProposed");
        }
    }

    private static void meet(Screen holder, Screen helper) {
        meet(holder, helper, () -> {});
    }

    /** The same two words on both screens, then a mandate for a day. */
    private static void meet(Screen holder, Screen helper, Runnable more) {
        helper.act("show-more").awaitView("more").act("show-helping").view("helping").act("offer-help")
                .awaitView("helping-offer").see("svg.qr").view("helping-offer");
        var code = helper.one("[data-code]").getAttribute("data-code");
        holder.act("show-more").awaitView("more").act("show-helpers").view("helpers").act("new-helper")
                .view("helper-new").fill("code", code.toLowerCase(java.util.Locale.ROOT)).act("use-code")
                .see("[data-words]").view("helper-new");
        helper.see("[data-words]").view("helping-offer");
        assertEquals(helper.one("[data-words]").getAttribute("data-words"),
                holder.one("[data-words]").getAttribute("data-words"));
        helper.act("same-words");
        holder.act("same-words");
        more.run();
        holder.choose("duration", "day").view("helper-new").act("give-mandate")
                .see("[data-message='mandateGiven']").view("helper");
        helper.see("[data-message='mandateAccepted']").view("helping-person");
    }

    private static void add(Screen helper, Path pdf) {
        helper.act("add-for").awaitView("helping-add").give("file", pdf).fill("title", ADDED).choose("kind", "health")
                .view("helping-add").act("send-paper");
    }

    private static void takeBack(Screen holder) {
        holder.act("show-more").awaitView("more").act("show-helpers").view("helpers").act("show-helper")
                .awaitView("helper").act("end-mandate").act("confirm-end").see("[data-message='mandateEnded']")
                .see("[data-state='ended']").view("helper");
    }
}
