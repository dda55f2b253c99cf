package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Browser;

/** Before a meeting somebody fixes which papers exist. Until the hour there is nothing else to be shown, or found. */
@ExtendWith(House.class)
@Order(2)
class MaskIT {
    @ParameterizedTest
    @EnumSource
    @Execution(ExecutionMode.CONCURRENT)
    void only_the_chosen_papers_until_the_hour(Setting setting, RunningDemo demo, Browser browser, @TempDir Path files)
            throws IOException, SQLException {
        var pdf = Files.write(files.resolve("attestation.pdf"), Papers.pdf("Le masque ne dit rien."));
        try (var profile = setting.profile(browser)) {
            var page = profile.newPage();
            // Only the pages of this feature are photographed and measured: the others have tests of their own.
            var screen = Screen.watched(page, new Hand.Pointer(), "mask-" + setting);
            var holder = new Holder(demo, Screen.plain(page), setting.language).createWallet("Nour");
            holder.addPaper(pdf, "Carte", "identity/identityCard");
            holder.addPaper(pdf, "Dette", "rights/referenceAddress").openPaper("Dette").lend("referenceAddressRequest");
            screen.act("show-wallet").awaitView("wallet")
                    .act("star-paper", "[data-value='" + id(holder, "Carte") + "']")
                    .see("[data-action='star-paper'][aria-pressed='true']");

            // Two taps.
            screen.act("set-mask").view("mask").act("confirm-mask");
            closed(screen);
            assertExists(holder.signIn(), "Carte");
            assertEquals(0, events(screen, "loanGiven"));
            assertEquals(0, events(screen, "maskSet"));

            holder.screen().act("show-wallet").awaitView("wallet");
            holder.addPaper(pdf, "Note", "rights/referenceAddress");
            makeCode(holder);
            screen.act("show-wallet").awaitView("wallet");
            var note = id(holder, "Note");
            screen.act("set-mask").awaitView("mask").choose("maskPaper", note).view("mask").act("confirm-mask");
            closed(screen);
            assertExists(holder.signIn(), "Note");

            new Databases(demo).passHour(holder.username());
            screen.act("show-loans");
            closed(screen);
            // The code was made in front of others: it opens nothing of this, and here it is given up.
            holder.trySignIn(holder.username(), holder.passphrase());
            screen.view("new-slots").act("drop-new-slots").awaitView("wallet").message("newSlots");
            assertExists(holder, "Carte", "Dette", "Note");
            assertEquals(1, events(screen, "loanGiven"));
            assertEquals(2, events(screen, "maskSet"));
            screen.view("log");
        }
    }

    @Test
    void a_code_printed_before_ends_it(RunningDemo demo, Browser browser, @TempDir Path files) throws IOException {
        var pdf = Files.write(files.resolve("attestation.pdf"), Papers.pdf("Le code est resté chez Samira."));
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var screen = Screen.plain(profile.newPage());
            var holder = new Holder(demo, screen, "fr").createWallet("Prudente");
            holder.addPaper(pdf, "Carte", "identity/identityCard").addPaper(pdf, "Dette", "rights/referenceAddress");
            var code = makeCode(holder);
            screen.act("show-wallet").awaitView("wallet");
            var card = id(holder, "Carte");
            screen.act("set-mask").awaitView("mask").choose("maskPaper", card).act("confirm-mask");
            closed(screen);
            assertExists(holder.signIn(), "Carte").leave();

            screen.act("lost").awaitView("lost").fill("username", holder.username()).fill("recoveryCode", code)
                    .act("recover").message("recovered");
            screen.act("make-code").awaitView("key-add").act("code-kept").awaitView("wallet");
            assertExists(holder, "Carte", "Dette");
        }
    }

    private static String makeCode(Holder holder) {
        var screen = holder.screen().act("show-more").awaitView("more").act("show-keys").awaitView("keys")
                .act("add-key").awaitView("key-add").fill("passphrase", holder.passphrase()).act("prove")
                .act("make-code");
        var code = screen.one("[data-code]").getAttribute("data-code");
        screen.act("code-kept").awaitView("keys");
        return code;
    }

    private static String id(Holder holder, String title) {
        return holder.paper(title).getAttribute("data-paper");
    }

    private static void closed(Screen screen) {
        screen.awaitView("sign-in");
        assertFalse(screen.message("closed").isBlank());
    }

    private static Holder assertExists(Holder holder, String... titles) {
        holder.paper(titles[0]).waitFor();
        assertEquals(List.of(titles), holder.screen().page().locator("[data-paper] strong").allInnerTexts().stream()
                .sorted().toList());
        return holder;
    }

    private static int events(Screen screen, String type) {
        screen.act("show-log").awaitView("log").see("[data-event='accountOpened']");
        return screen.page().locator("[data-event='" + type + "']").count();
    }
}
