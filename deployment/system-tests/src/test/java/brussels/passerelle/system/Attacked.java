package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import brussels.passerelle.protocol.loan.Pairwise;

/**
 * The attacks that must fail, by the numbers of the design, in a real browser against a server that lies ({@link Malice}).
 * Each asserts that the client refuses, and that nothing was used or leaked: no later request carries or changes anything,
 * nothing of it is on the screen, nothing is stored.
 */
@ExtendWith(House.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
abstract class Attacked {
    static final String KEYSET = "/api/keyset";
    static final String MANIFEST = "/api/manifest";
    static final String LOANS_AT_DESK = "/api/desk/loans?*";

    final RunningDemo demo;
    final Browser browser;
    final Prey prey;
    final BrowserContext profile;
    final Page page;
    final Screen screen;
    final Malice malice;

    Attacked(RunningDemo demo, Browser browser, Prey prey) {
        this.demo = demo;
        this.browser = browser;
        this.prey = prey;
        this.profile = Setting.FR_DESKTOP.profile(browser);
        this.page = profile.newPage();
        this.screen = Screen.plain(page);
        this.malice = new Malice(profile);
    }

    @AfterAll
    void leave() {
        profile.close();
    }

    void assertNothingSent() {
        // That a slot was used is told after an honest sign-in, before the lie.
        assertEquals(List.of(), malice.asked().stream().filter(Malice.Asked::changes).map(Malice.Asked::shape)
                .filter(one -> !one.equals("POST /api/slots/{id}/uses")).toList());
    }

    void signIn() {
        new Holder(demo, screen, "fr").trySignIn(prey.holder.username(), prey.holder.passphrase());
    }

    Holder signedIn() {
        malice.honest();
        var holder = prey.holder.at(demo, screen, "fr");
        malice.honest();
        return holder;
    }

    void served(String path, byte[] body) {
        malice.bytes(path, _ -> body);
    }

    Pairwise pairwise() throws IOException {
        return Pairwise.of(prey.keys().pairwiseSeed(), Holder.AGENCY);
    }

    static String flipped(String text, int at) {
        return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
    }
}
