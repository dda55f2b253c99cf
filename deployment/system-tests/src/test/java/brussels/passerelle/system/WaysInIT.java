package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/** What can open a wallet, beside and after its first passphrase; and what cannot any more. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 1)
class WaysInIT {
    private static final String SECRET = "**/api/sign-in-secret";
    private static final String PROVIDER = "**/protocol/openid-connect/auth?*";

    private final RunningDemo demo;
    private final Browser browser;

    WaysInIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    /** Dies before the second step, then before the third, then not at all: one of the two always works, and says which. */
    @Test
    void the_passphrase_changes_and_dying_half_way_leaves_one_that_works() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            var holder = holder(page).createWallet("Neuve");
            var first = holder.passphrase();
            page.route(SECRET, Route::abort);
            var refused = change(holder, first);
            holder.screen().message("offline");
            page.unroute(SECRET);
            opens(holder, first, refused);

            page.route(SECRET, route -> {
                page.route(PROVIDER, Route::abort);
                route.resume();
            });
            var second = change(holder, first);
            holder.screen().message("passphraseCounts");
            page.unrouteAll();
            opens(holder, second, first);

            var third = change(holder, second);
            holder.screen().awaitView("keys").message("passphraseChanged");
            opens(holder, third, second);
        }
    }

    @Test
    void a_passkey_opens_without_a_name_and_replaces_a_lost_passphrase_until_it_is_removed() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            Passkeys.withFinger(page);
            var holder = holder(page).createWallet("Doigt");
            var screen = add(holder, "make-passkey");
            screen.message("keyAdded");
            holder.leave();
            screen.act("sign-in-passkey").awaitView("wallet");
            assertEquals(holder.username(), screen.one("[data-username]").getAttribute("data-username"));
            showKeys(holder).see("[data-kind='passkey'] [data-used]");
            holder.leave();

            var fresh = screen.act("lost").awaitView("lost").valueOf("newPassphrase");
            screen.act("recover-passkey").message("recovered");
            holder.leave();
            screen.act("sign-in-passkey").message("passkeyUnknown");
            opens(holder, fresh, holder.passphrase());
            add(holder, "make-passkey").message("keyAdded");
            screen.act("drop-key").act("confirm-drop-key").message("keyDropped");
            holder.leave();
            screen.act("sign-in-passkey").message("passkeyUnknown");
        }
    }

    @Test
    void a_device_opens_with_one_touch_and_its_keys_stay_inside_until_it_is_removed() {
        try (var profile = Setting.AR_PHONE.profile(browser)) {
            var page = profile.newPage();
            var holder = new Holder(demo, Screen.plain(page), "ar").createWallet("Poche");
            var screen = add(holder, "keep-device");
            screen.message("keyAdded");
            assertEquals("[false,false]", page.evaluate("""
              async () => {
                const open = await new Promise(done => {
                  const request = indexedDB.open('passerelle');
                  request.onsuccess = () => done(request.result);
                });
                const kept = await new Promise(done => {
                  const request = open.transaction('device').objectStore('device').getAll();
                  request.onsuccess = () => done(request.result);
                });
                open.close();
                return JSON.stringify(kept.flatMap(one => [one.key.extractable, one.door.extractable]));
              }"""));
            holder.leave();
            wrongSignatureIsRefused(page, screen);
            screen.act("sign-in-device").awaitView("wallet");
            showKeys(holder).see("[data-kind='device'] .tag");
            screen.act("drop-key").act("confirm-drop-key").awaitView("sign-in");
            screen.see("[data-action='sign-in-passkey']");
            assertEquals(0, page.locator("[data-action='sign-in-device']").count());
            assertEquals(List.of(), Leftovers.in(page));
        }
    }

    /** One character of the signature is another: the same refusal as for a device that was removed. */
    private static void wrongSignatureIsRefused(Page page, Screen screen) {
        page.route("**/login-actions/authenticate?*", route -> {
            var body = route.request().postData();
            var at = body.length() - 20;
            var changed = body.substring(0, at) + (body.charAt(at) == 'A' ? 'B' : 'A') + body.substring(at + 1);
            route.resume(new Route.ResumeOptions().setPostData(changed));
        });
        screen.act("sign-in-device").message("deviceRefused");
        page.unrouteAll();
        page.waitForTimeout(1500);
    }

    @Test
    void a_printed_code_opens_once_when_the_passphrase_is_lost() {
        try (var profile = Setting.AR_PHONE.profile(browser)) {
            var page = profile.newPage();
            var holder = new Holder(demo, Screen.watched(page, new Hand.Pointer(), "ways-in"), "ar")
                    .createWallet("Perdue");
            var screen = add(holder, "make-code");
            var code = screen.one("[data-code]").getAttribute("data-code");
            screen.view("key-add").act("code-kept").see("[data-kind='recovery']").view("keys");
            var old = holder.passphrase();
            holder.leave();

            screen.act("lost").view("lost").fill("username", holder.username());
            screen.fill("recoveryCode", code.substring(0, 31) + (code.endsWith("0") ? "1" : "0")).act("recover");
            screen.message("mistyped");
            screen.fill("recoveryCode", code.toLowerCase(Locale.ROOT));
            var fresh = screen.valueOf("newPassphrase");
            screen.act("recover").message("recovered");
            screen.act("make-code").awaitView("key-add");
            assertFalse(code.equals(screen.one("[data-code]").getAttribute("data-code")), "a new code");
            screen.act("code-kept").awaitView("wallet");
            opens(holder, fresh, old);
            holder.leave();
            screen.act("lost").awaitView("lost").fill("username", holder.username()).fill("recoveryCode", code);
            screen.act("recover").message("wrongCode");
        }
    }

    @Test
    void a_shared_computer_is_never_made_into_a_key() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            var holder = holder(page).createWallet("Borne");
            var screen = holder.leave().screen();
            screen.go(demo.portal("/sign-in?lang=fr&kiosk")).awaitView("sign-in").fill("username", holder.username())
                    .fill("passphrase", holder.passphrase()).act("sign-in").awaitView("wallet");
            prove(holder).see("[data-action='make-code']");
            assertEquals(0, page.locator("[data-action='keep-device'], [data-action='make-passkey']").count());
        }
    }

    /** T11: before anybody types. */
    @Test
    void a_page_that_announces_weaker_keys_has_nothing_to_type_into() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            page.route("**/sign-in?*", route -> {
                var answer = route.fetch();
                route.fulfill(new Route.FulfillOptions().setResponse(answer)
                        .setBody(answer.text().replace("m=65536; t=3", "m=8; t=1")));
            });
            var screen = Screen.plain(page).go(demo.portal("/sign-in?lang=fr")).awaitView("stopped");
            assertFalse(screen.message("weakKeys").isBlank());
            assertEquals(0, page.locator("input, textarea, [contenteditable]").count());
        }
    }

    private Holder holder(Page page) {
        return new Holder(demo, Screen.plain(page), "fr");
    }

    private static Screen showKeys(Holder holder) {
        return holder.screen().act("show-more").awaitView("more").act("show-keys").awaitView("keys").see("[data-key]");
    }

    private static Screen prove(Holder holder) {
        return showKeys(holder).act("add-key").awaitView("key-add").fill("passphrase", holder.passphrase())
                .act("prove");
    }

    private static Screen add(Holder holder, String offer) {
        return prove(holder).act(offer);
    }

    /** Asks for another passphrase and gives the one that was proposed. */
    private static String change(Holder holder, String now) {
        var screen = showKeys(holder).act("change-key").awaitView("key-change");
        var next = screen.valueOf("newPassphrase");
        screen.fill("passphrase", now).act("change-passphrase");
        return next;
    }

    private static void opens(Holder holder, String right, String wrong) {
        holder.trySignIn(holder.username(), wrong);
        holder.screen().message("wrongPassphrase");
        holder.screen().page().waitForTimeout(1200);
        holder.signIn(holder.username(), right);
    }
}
