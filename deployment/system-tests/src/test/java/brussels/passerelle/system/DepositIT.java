package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;

/** An agency puts a decision down at the address of a card; whether that is wanted, only the holder says, and only if they want to. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 2)
class DepositIT {
    private static final String TITLE = "Décision du CPAS";
    private static final String SENTENCE = "Le CPAS accorde une adresse au bureau.";

    @Test
    void signed_accepted_then_kept_out_without_knowing(RunningDemo demo, Browser browser, @TempDir Path files)
            throws IOException {
        var pdf = Files.write(files.resolve("decision.pdf"), Papers.pdf(SENTENCE));
        try (var nour = Regular.holder(demo, "nour");
                var home = Setting.AR_PHONE.profile(browser);
                var office = Setting.FR_DESKTOP.profile(browser)) {
            var holder = nour.at(demo, Screen.watched(home.newPage(), new Hand.Pointer(), "deposit/holder"), "ar");
            var worker = new Worker(demo, Screen.watched(office.newPage(), new Hand.Pointer(), "deposit/worker"),
                    "fr").signIn();
            var inbox = holder.screen();
            inbox.act("show-inbox").view("inbox").act("show-more").awaitView("more").act("show-card").awaitView("card");
            var code = inbox.one("[data-code]").getAttribute("data-code");

            var first = deposit(worker.screen(), code, pdf);
            inbox.act("show-inbox").see("[data-act='deposit'] [data-checked='true']").view("inbox");
            inbox.act("look-arrival").seePdf(SENTENCE);
            inbox.choose("tell", "yes").act("accept-arrival").see("[data-message='arrivalAccepted']").view("inbox");
            inbox.act("show-wallet").awaitView("wallet");
            holder.openPaper(TITLE).screen().seePdf(SENTENCE);
            holder.seeProven("depositArrived").seeProven("arrivalDecided");
            assertEquals("accepted", answer(worker.screen(), first));

            var second = deposit(worker.screen(), code, pdf);
            inbox.act("show-inbox").see("[data-act='deposit']").act("block-agency").view("inbox")
                    .act("confirm-refuse").see("[data-message='agencyBlocked']").view("inbox");
            assertEquals("", answer(worker.screen(), second), "nobody said that it may be told");
            var third = deposit(worker.screen(), code, pdf);
            assertEquals("", answer(worker.screen(), third));
            inbox.act("show-wallet").awaitView("wallet").act("show-inbox").awaitView("inbox")
                    .see("[data-action='unblock-agency']");
            assertFalse(inbox.one("[data-blocked]").innerText().contains(Holder.AGENCY), "by its name, not its id");
            assertFalse(inbox.page().locator("[data-arrival]").first().isVisible(), "what is kept out does not arrive");
        }
    }

    /** Gives the deposit's id, as the worker's own list knows it. */
    private static String deposit(Screen worker, String code, Path pdf) {
        worker.act("show-desk").awaitView("desk").act("show-deposit").view("deposit").fill("code", code)
                .act("use-code").see("[data-address]").give("file", pdf).fill("title", TITLE).choose("kind", "rights")
                .fill("message", "Bonjour, voici la décision.").view("deposit").act("send-deposit")
                .see("[data-message='deposited']");
        return worker.one("[data-deposit]").getAttribute("data-deposit");
    }

    private static String answer(Screen worker, String deposit) {
        worker.act("show-desk").awaitView("desk").act("show-deposit").awaitView("deposit");
        return worker.one("[data-deposit='" + deposit + "']").getAttribute("data-answer");
    }
}
