package brussels.passerelle.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;

/** A pass without a mouse: whoever cannot point can still make a wallet, add a paper and lend it. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 2)
class KeyboardIT {
    @Test
    void create_add_and_lend_with_nothing_but_keys(RunningDemo demo, Browser browser, @TempDir Path files)
            throws IOException {
        var pdf = Files.write(files.resolve("bail.pdf"), Papers.pdf("Bail de résidence principale"));
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            var holder = new Holder(demo, Screen.watched(page, new Hand.Keyboard(page), "keyboard"), "fr");
            holder.createWallet("Sans-souris").addPaper(pdf, "Bail", "housing/lease").openPaper("Bail")
                    .lend("housingSearch");
        }
    }
}
