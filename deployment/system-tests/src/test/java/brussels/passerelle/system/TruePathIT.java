package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Browser;

/** The product's main job, as two people live it: a paper is lent, opened, seen to be opened, and taken back. */
@ExtendWith(House.class)
@Order(1)
class TruePathIT {
    private static final String SENTENCE = "Le Bureau atteste que la personne loge rue du Pont.";
    private static final String PAPER = "Attestation du CPAS";
    private static final String PHOTO = "Ma carte";

    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void lend_see_who_looked_take_back(Setting setting, RunningDemo demo, Browser browser, @TempDir Path files)
            throws IOException {
        try (var home = setting.profile(browser); var office = setting.profile(browser)) {
            var holder = new Holder(demo, Screen.watched(home.newPage(), new Hand.Pointer(), setting + "/holder"),
                    setting.language);
            var worker = new Worker(demo, Screen.watched(office.newPage(), new Hand.Pointer(), setting + "/worker"),
                    setting.language);
            walk(holder, worker, files);
        }
    }

    private static void walk(Holder holder, Worker worker, Path files) throws IOException {
        var pdf = Files.write(files.resolve("attestation.pdf"), Papers.pdf(SENTENCE));
        var photo = Files.write(files.resolve("IMG_0001.jpg"), Papers.photo());
        holder.createWallet("Nour");
        holder.addPaper(pdf, PAPER, "rights/referenceAddress");
        holder.addPhoto(photo, PHOTO, "identity/identityCard");
        assertTrue(holder.paper(PAPER).locator("img").count() > 0, "a thumbnail of the PDF");
        holder.openPaper(PAPER).screen().seePdf(SENTENCE);
        holder.screen().view("paper");
        holder.lend("referenceAddressRequest");

        worker.signIn().openLoan(holder.loan()).askForPaper();
        worker.screen().seePdf(SENTENCE);
        worker.screen().view("desk-loan");

        holder.seeProven("opening").screen().view("log");

        holder.screen().act("show-loans").view("loans").act("show-loan").view("loan").act("take-back")
                .act("confirm-take-back").see("[data-state='ended']").view("loan");
        worker.askForPaper();
        assertTrue(!worker.screen().message("openingRefused").isBlank());
        worker.screen().view("desk-loan");
        holder.seeProven("openingRefused").seeProven("loanEnded").screen().view("log");
        holder.leave();
        worker.screen().act("leave").awaitView("sign-in");
    }
}
