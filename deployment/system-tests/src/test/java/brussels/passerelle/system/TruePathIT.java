package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Browser;

/** The product's main job, as two people live it: a paper is lent, opened, seen to be opened, and taken back. */
@ExtendWith(House.class)
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TruePathIT {
    private static final String SENTENCE = "Le Bureau atteste que la personne loge rue du Pont.";
    private static final String PAPER = "Attestation du CPAS";
    private static final String PHOTO = "Ma carte";

    private final RunningDemo demo;
    private final Browser browser;
    private final Map<Setting, Holder> holders = new EnumMap<>(Setting.class);

    TruePathIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    @Order(1)
    void lend_see_who_looked_take_back(Setting setting, @TempDir Path files) throws IOException {
        var pdf = Files.write(files.resolve("attestation.pdf"), Papers.pdf(SENTENCE));
        var photo = Files.write(files.resolve("IMG_0001.jpg"), Papers.photo());
        var holder = holder(setting);
        var worker = worker(setting);
        holders.put(setting, holder);

        holder.createWallet("Nour");
        holder.addPaper(pdf, PAPER, "rights/referenceAddress");
        holder.addPhoto(photo, PHOTO, "identity/identityCard");
        assertTrue(holder.paper(PAPER).locator("img").count() > 0, "a thumbnail of the PDF");
        assertPdfShown(holder.openPaper(PAPER).screen());
        holder.screen().view("paper");
        holder.lend("referenceAddressRequest");

        worker.signIn().openNewestLoan().askForPaper();
        assertPdfShown(worker.screen());
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

    @Test
    @Order(2)
    void everything_is_still_there_after_a_restart() {
        demo.restart();
        for (var holder : holders.values()) {
            holder.signIn();
            assertEquals(2, holder.screen().page().locator("[data-paper]").count());
            holder.openPaper(PAPER);
            assertPdfShown(holder.screen());
            holder.seeProven("opening").seeProven("openingRefused").leave();
        }
        assertEquals(Setting.values().length, holders.size());
    }

    /** Ink on the canvas, and the planted sentence where a screen reader reads it. */
    private static void assertPdfShown(Screen screen) {
        screen.see("[data-viewer='shown'] canvas").see("[data-page='1'][aria-label*='" + SENTENCE + "']");
        var dark = (Number) screen.one("canvas").evaluate("""
          canvas => {
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let dark = 0;
            for (let i = 0; i < pixels.length; i += 4)
              if (pixels[i + 3] > 200 && pixels[i] + pixels[i + 1] + pixels[i + 2] < 200) dark++;
            return dark;
          }""");
        assertTrue(dark.intValue() > 500, "only " + dark + " dark pixels on the page");
    }

    private Holder holder(Setting setting) {
        var page = setting.profile(browser).newPage();
        return new Holder(demo, Screen.watched(page, new Hand.Pointer(), setting + "/holder"), setting.language);
    }

    private Worker worker(Setting setting) {
        var page = setting.profile(browser).newPage();
        return new Worker(demo, Screen.watched(page, new Hand.Pointer(), setting + "/worker"), setting.language);
    }
}
