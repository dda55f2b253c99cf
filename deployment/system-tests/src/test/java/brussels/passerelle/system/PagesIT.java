package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Browser;

/** The pages beside the true path: the public ones, and those of the people who keep the house. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 2)
class PagesIT {
    private final RunningDemo demo;
    private final Browser browser;

    PagesIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void public_pages(Setting setting) {
        try (var profile = setting.profile(browser)) {
            var screen = Screen.watched(profile.newPage(), new Hand.Pointer(), setting + "/public");
            var language = "?lang=" + setting.language;
            screen.go(demo.portal("/" + language)).view("home");
            screen.act("show-privacy").view("privacy").act("show-limits").view("limits");
            screen.go(demo.portal("/sign-in" + language)).view("sign-in").act("quick-exit").view("neutral");
        }
    }

    @ParameterizedTest
    @EnumSource
    void pages_of_administrators_and_auditors(Setting setting) {
        for (var person : List.of("agency-admin:agency", "auditor:audit")) {
            var name = person.split(":")[0];
            try (var profile = setting.profile(browser)) {
                var screen = Screen.watched(profile.newPage(), new Hand.Pointer(), setting + "/" + name);
                screen.go(demo.portal("/sign-in?lang=" + setting.language)).fill("username", name)
                        .fill("passphrase", "demo-" + name + "-passphrase").act("sign-in").view(person.split(":")[1]);
                assertEquals(0, screen.page().locator("[data-message][role=alert]").count());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "nl", "en", "de", "ar"})
    void every_language(String language) {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            var screen = Screen.plain(page).go(demo.portal("/create?lang=fr")).awaitView("create-wallet");
            screen.fill("pseudonym", "Kept").act("choose-language", "[data-language='" + language + "']");
            screen.see("html[lang='" + language + "'][dir='" + ("ar".equals(language) ? "rtl" : "ltr") + "']");
            assertEquals("Kept", screen.valueOf("pseudonym"), "what was typed survives");
        }
    }

    @Test
    void quick_exit_leaves_nothing_to_come_back_to() {
        try (var profile = Setting.FR_DESKTOP.profile(browser)) {
            var page = profile.newPage();
            var holder = new Holder(demo, Screen.plain(page), "fr").createWallet("Vite");
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            page.keyboard().press("Escape");
            holder.screen().awaitView("neutral");
            assertEquals(List.of(), Leftovers.in(page));
            page.goBack();
            page.waitForLoadState();
            assertFalse(page.content().contains(holder.username()));
        }
    }
}
