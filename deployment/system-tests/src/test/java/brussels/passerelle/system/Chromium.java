package brussels.passerelle.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** The browser of this machine. Nothing is downloaded: without a browser the build fails and says what to install. */
final class Chromium {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private Chromium() {}

    static Path find() {
        return Stream.concat(Stream.of(System.getenv("PASSERELLE_CHROMIUM")), PLACES.stream()).filter(Objects::nonNull)
                .map(Path::of).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium was found, and the system tests need a real browser."
                                + " Install it (Debian: apt-get install chromium) or put its path in PASSERELLE_CHROMIUM."));
    }

    /** A browser with a folder of its own on the disk, as the one of a shared computer has: history, cache, everything. */
    static BrowserContext withFolder(BrowserType type, Path folder) {
        return type.launchPersistentContext(folder, new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(find()).setHeadless(true).setArgs(FLAGS).setViewportSize(1280, 800).setLocale("fr"));
    }

    static Browser launch(Playwright playwright) {
        return playwright.chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(find()).setHeadless(true).setArgs(FLAGS));
    }
}
