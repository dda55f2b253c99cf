package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** A shared computer that knows it is one, and one's own phone that opens it without typing anything there. */
@ExtendWith(House.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Order(Order.DEFAULT + 1)
class KioskIT {
    private static final String TITLE = "Carte de la bibliothèque";
    private static final String SAFE = "[data-kiosk-line]";

    private final RunningDemo demo;
    private final Browser browser;
    private Regular holder;
    @TempDir
    private Path pictures = Path.of("");

    KioskIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @BeforeAll
    void aWallet() throws IOException {
        holder = Regular.holder(demo, "telephone");
        holder.keep(TITLE, "lease", "Une carte.");
    }

    @AfterAll
    void done() {
        holder.close();
    }

    /** The phone's camera gets a picture of the computer's screen; the real decoder reads it. */
    @Test
    void a_phone_opens_the_computer_by_its_camera() {
        try (var here = Setting.FR_DESKTOP.profile(browser); var mine = Setting.AR_PHONE.profile(browser)) {
            var kiosk = Screen.watched(here.newPage(), new Hand.Pointer(), "kiosk");
            var phone = Screen.watched(mine.newPage(), new Hand.Pointer(), "kiosk-phone");
            kiosk.go(demo.portal("/?lang=fr&kiosk")).awaitView("home").act("sign-in").view("sign-in").see(SAFE);
            kiosk.act("sign-in-phone").see("[data-code]").view("sign-in-phone");
            var picture = pictures.resolve("screen.png");
            kiosk.page().screenshot(new Page.ScreenshotOptions().setPath(picture));

            phone.go(demo.portal("/sign-in?lang=ar")).awaitView("sign-in").act("open-elsewhere").view("phone");
            phone.give("codePhoto", picture).see("[data-step='compare'] [data-words]").view("phone");
            assertEquals(words(kiosk), words(phone));
            handOver(phone);
            kiosk.awaitView("wallet").see(SAFE).view("wallet");
            assertTrue(kiosk.page().content().contains(holder.username()));
            assertEquals(1, kiosk.page().locator("[data-paper]").count());
            assertEquals(List.of(), Leftovers.in(phone.page()), "on the phone");

            kiosk.act("leave").awaitView("sign-in").see("[data-message='left']").see(SAFE).view("sign-in");
            assertEquals(List.of(), Leftovers.in(kiosk.page()));
        }
    }

    /** Where there is no camera: eight letters and digits, however they are typed. A second phone comes too late. */
    @Test
    void a_phone_opens_the_computer_by_a_typed_code() {
        try (var here = Setting.FR_DESKTOP.profile(browser);
                var mine = Setting.FR_DESKTOP.profile(browser);
                var other = Setting.FR_DESKTOP.profile(browser)) {
            var kiosk = waiting(here);
            var code = code(kiosk);
            var phone = typed(mine,
                    code.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + " - " + code.substring(4));
            phone.see("[data-step='compare'] [data-words]");
            assertEquals(words(kiosk), words(phone));
            typed(other, code).see("[data-message='meetingAnswered']");
            handOver(phone);
            kiosk.awaitView("wallet");
            typed(other, code).see("[data-message='notFound']");
        }
    }

    /** The phone's finger opens the computer: nobody types a name or a passphrase anywhere. */
    @Test
    void a_phone_opens_the_computer_by_its_passkey() {
        try (var here = Setting.FR_DESKTOP.profile(browser); var mine = Setting.AR_PHONE.profile(browser)) {
            var tab = mine.newPage();
            Passkeys.withFinger(tab);
            var owner = holder.at(demo, Screen.plain(tab), "ar");
            Doors.prove(owner).act("make-passkey").message("keyAdded");
            owner.leave();

            var kiosk = waiting(here);
            var phone = typed(owner.screen(), code(kiosk)).see("[data-step='compare'] [data-words]");
            assertEquals(words(kiosk), words(phone));
            phone.act("same-words").see("[data-step='unlock']").act("open-there-passkey")
                    .see("[data-message='handedOver']");
            kiosk.awaitView("wallet");
            assertEquals(holder.username(), kiosk.one("[data-username]").getAttribute("data-username"));
            assertEquals(1, kiosk.page().locator("[data-paper]").count());
            kiosk.act("leave").awaitView("sign-in").see("[data-message='left']");
            assertEquals(List.of(), Leftovers.in(kiosk.page()));
            assertEquals(List.of(), Leftovers.in(tab), "on the phone");
        }
    }

    /** A server between the two, with keys of its own on both sides: the words differ, and nothing was sent. */
    @Test
    void other_keys_on_the_way_give_other_words() throws Exception {
        try (var here = Setting.FR_DESKTOP.profile(browser); var mine = Setting.FR_DESKTOP.profile(browser)) {
            var traffic = new Traffic(mine);
            var false_computer = new ECKeyGenerator(Curve.P_256).generate();
            var false_phone = new ECKeyGenerator(Curve.P_256).generate();
            here.route("**/api/meetings/*/answer", route -> replace(route, "answer",
                    "{\"suite\":1,\"key\":" + jwk(false_phone) + "}"));
            mine.route("**/api/meetings/*/reply", route -> replace(route, "reply",
                    "{\"suite\":1,\"key\":" + jwk(false_computer) + ",\"language\":\"fr\"}"));
            mine.route(address -> address.matches(".*/api/meetings/[^/]*"),
                    route -> replace(route, "offer",
                            "{\"suite\":1,\"commitment\":\"" + commitment(false_computer) + "\"}"));
            var kiosk = waiting(here);
            var phone = typed(mine, code(kiosk));
            phone.see("[data-step='compare'] [data-words]");
            assertNotEquals(words(kiosk), words(phone));
            phone.act("other-words").see("[data-message='otherWords']");
            assertTrue(traffic.addresses().stream().noneMatch(address -> address.endsWith("/closing")));
            assertFalse(kiosk.page().locator("html[data-view='wallet']").isVisible());
        }
    }

    /** Another key than the one that the computer was bound to: refused before a word is shown. */
    @Test
    void another_key_than_the_promised_one_is_refused() throws Exception {
        try (var here = Setting.FR_DESKTOP.profile(browser); var mine = Setting.FR_DESKTOP.profile(browser)) {
            var other = new ECKeyGenerator(Curve.P_256).generate();
            mine.route("**/api/meetings/*/reply", route -> replace(route, "reply",
                    "{\"suite\":1,\"key\":" + jwk(other) + ",\"language\":\"fr\"}"));
            typed(mine, code(waiting(here))).see("[data-message='damaged']");
            assertEquals(0, mine.pages().getFirst().locator("[data-words]").count());
        }
    }

    /** The address remembers, nothing else does; and a copy on the computer is not made without a word. */
    @Test
    void a_shared_computer_says_so_on_every_way() {
        try (var here = Setting.FR_DESKTOP.profile(browser)) {
            here.clock().install();
            var kiosk = Screen.plain(here.newPage());
            kiosk.go(demo.portal("/?kiosk&lang=fr")).awaitView("home").act("choose-language", "[data-language='nl']");
            kiosk.page().waitForURL(address -> address.contains("lang=nl") && address.contains("kiosk"));
            kiosk.act("sign-in").awaitView("sign-in").see(SAFE);
            kiosk.fill("username", holder.username());
            kiosk.page().clock().fastForward("03:05");
            kiosk.see("[data-message='leftIdle']").see(SAFE);
            assertEquals("", kiosk.valueOf("username"), "what somebody typed and left");

            kiosk.fill("username", holder.username()).fill("passphrase", holder.passphrase()).act("sign-in");
            kiosk.awaitView("wallet").see(SAFE).press(kiosk.one("[data-paper]")).awaitView("paper");
            kiosk.see("[data-viewer='shown']").act("download-paper").see("[data-message='confirmDownload']");
            kiosk.act("cancel");
            kiosk.page().onDownload(download -> {
                throw new AssertionError("saved without a word");
            });
            kiosk.act("leave").awaitView("sign-in").see(SAFE);
            assertTrue(kiosk.page().url().contains("kiosk"));
            assertEquals(List.of(), Leftovers.in(kiosk.page()));
            kiosk.go(demo.portal("/sign-in?lang=fr")).awaitView("sign-in");
            assertEquals(0, kiosk.page().locator(SAFE).count(), "remembered in the address only");
        }
    }

    private Screen waiting(BrowserContext profile) {
        return Screen.plain(profile.newPage()).go(demo.portal("/sign-in?lang=fr&kiosk")).awaitView("sign-in")
                .act("sign-in-phone").awaitView("sign-in-phone").see("[data-code]");
    }

    private Screen typed(BrowserContext profile, String code) {
        return typed(Screen.plain(profile.newPage()), code);
    }

    private Screen typed(Screen phone, String code) {
        return phone.go(demo.portal("/sign-in?lang=fr")).awaitView("sign-in")
                .act("open-elsewhere").awaitView("phone").fill("code", code).act("use-code");
    }

    private void handOver(Screen phone) {
        phone.act("same-words").see("[data-step='unlock']").fill("username", holder.username());
        phone.fill("passphrase", holder.passphrase()).act("open-there").see("[data-message='handedOver']");
    }

    private static String code(Screen kiosk) {
        return kiosk.one("[data-code]").getAttribute("data-code");
    }

    private static String words(Screen screen) {
        Locator words = screen.one("[data-words]");
        words.waitFor();
        return words.getAttribute("data-words");
    }

    /** The server's answer with one text exchanged, when it was said at all. */
    private static void replace(Route route, String part, String text) {
        var answer = route.fetch();
        if (!route.request().method().equals("GET") || answer.status() != 200) {
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
            return;
        }
        var quoted = "\"" + text.replace("\"", "\\\"") + "\"";
        route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(answer.text()
                .replaceFirst("(\"" + part + "\"\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\"",
                        "$1" + java.util.regex.Matcher.quoteReplacement(quoted))));
    }

    private static String jwk(ECKey key) {
        return "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"" + key.getX() + "\",\"y\":\"" + key.getY() + "\"}";
    }

    private static String commitment(ECKey key) {
        try {
            var text = "passerelle/1/handover|" + key.computeThumbprint();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
