package brussels.passerelle.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;

/**
 * Gives every test class the same running demo, and every thread one browser: a start costs more than most tests, and a
 * browser obeys only the thread that started it. Classes of attacks share whom they attack.
 */
final class House implements ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(House.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == RunningDemo.class || type == Browser.class || type == Prey.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var store = context.getRoot().getStore(SPACE);
        // The browser is asked for first: when there is none, that is said before a demo is started in vain.
        var surfing = store.computeIfAbsent(Thread.currentThread(), _ -> new Surfing(), Surfing.class);
        if (parameter.getParameter().getType() == Browser.class)
            return surfing.browser;
        var demo = store.computeIfAbsent(RunningDemo.class, _ -> freshDemo(), RunningDemo.class);
        if (parameter.getParameter().getType() == RunningDemo.class)
            return demo;
        return store.computeIfAbsent(Prey.class, _ -> Prey.of(demo), Prey.class);
    }

    /** With -Dpasserelle.attach=FOLDER: the demo that already runs with that state, while working on a test. */
    private static RunningDemo freshDemo() {
        var attached = System.getProperty("passerelle.attach");
        if (attached != null)
            return new RunningDemo(RunningDemo.OFFSET, Path.of(attached));
        var state = RunningDemo.TARGET.resolve("demo-state");
        erase(state);
        return new RunningDemo(RunningDemo.OFFSET, state).start();
    }

    static void erase(Path folder) {
        if (Files.notExists(folder))
            return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Surfing implements AutoCloseable {
        private final Playwright playwright;
        private final Browser browser;

        Surfing() {
            Chromium.find();
            playwright = Playwright.create();
            browser = Chromium.launch(playwright);
        }

        @Override
        public void close() {
            browser.close();
            playwright.close();
        }
    }
}
