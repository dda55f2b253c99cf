package brussels.passerelle.system;

import java.time.ZoneId;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;

/** A person's language and screen. The two true paths are the two extremes: left to right and wide, right to left and small. */
enum Setting {
    FR_DESKTOP("fr", 1280, 800, false),
    AR_PHONE("ar", 360, 740, true);

    /** Where everybody lives: a test that counts days counts them here. */
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    final String language;
    private final int width;
    private final int height;
    private final boolean touch;

    Setting(String language, int width, int height, boolean touch) {
        this.language = language;
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    /** A browser profile of its own, as a second person at a second computer has one. */
    BrowserContext profile(Browser browser) {
        return browser.newContext(options());
    }

    BrowserContext profile(Browser browser, Tap tap) {
        return browser.newContext(options().setProxy(tap.address()));
    }

    BrowserContext profileWithoutScripts(Browser browser) {
        return browser.newContext(options().setJavaScriptEnabled(false));
    }

    private Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale(language).setViewportSize(width, height).setHasTouch(touch)
                .setTimezoneId(ZONE.getId());
    }
}
