package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import org.jspecify.annotations.Nullable;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** One person's screen, known by its {@code data-} names alone. */
final class Screen {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** The narrowest screen that WCAG 2.2, 1.4.10 asks for. */
    private static final int NARROWEST = 320;
    /** What a page is made of but for its words, names and addresses: to the rules, pages of one skeleton are one page. */
    private static final String SKELETON = """
      () => [innerWidth, getComputedStyle(document.documentElement).direction,
        ...[...document.querySelectorAll('*')].map(one => [one.tagName, one.children.length > 0 || one.textContent.trim() !== '',
          ...[...one.attributes].map(({ name, value }) =>
            /^(class|style|role|type|dir|lang|hidden|disabled|checked|aria-(hidden|expanded|current|pressed|live|invalid))$/.test(name)
              ? name + '=' + value : name).sort()].join(' '))].join()""";
    private static final Set<Object> HELD_TO_RULES = ConcurrentHashMap.newKeySet();

    private final Page page;
    private final Hand hand;
    private final @Nullable Path shots;
    private int shot;

    private Screen(Page page, Hand hand, @Nullable Path shots) {
        this.page = page;
        this.hand = hand;
        this.shots = shots;
    }

    /** A screen on which only what is done matters. */
    static Screen plain(Page page) {
        return new Screen(page, new Hand.Pointer(), null);
    }

    /** A screen whose every view is photographed and held to what every view owes. */
    static Screen watched(Page page, Hand hand, String album) {
        return new Screen(page, hand, RunningDemo.TARGET.resolve("screenshots").resolve(album));
    }

    Screen go(URI address) {
        page.navigate(address.toString());
        return this;
    }

    /** Waits for a view; when watched, it must be readable for all, at every width, with no name that is not listed. */
    Screen view(String name) {
        awaitView(name);
        if (shots == null)
            return this;
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(shots.resolve("%02d-%s.png".formatted(++shot, name))));
        accessible(name);
        reflows(name);
        Names.assertListed(page);
        return this;
    }

    Screen awaitView(String name) {
        page.locator("html[data-view='" + name + "']").waitFor();
        return this;
    }

    Screen act(String action) {
        hand.press(one("[data-action='" + action + "']"));
        return this;
    }

    Screen press(Locator control) {
        hand.press(control);
        return this;
    }

    Screen act(String action, String selector) {
        hand.press(one("[data-action='" + action + "']" + selector));
        return this;
    }

    Screen fill(String name, String value) {
        hand.fill(one("[name='" + name + "']"), value);
        return this;
    }

    Screen choose(String name, String value) {
        var radio = page.locator("input[name='" + name + "'][value='" + value + "']");
        radio.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        hand.choose(radio);
        return this;
    }

    Screen give(String name, Path file) {
        hand.give(page.locator("input[type=file][name='" + name + "']"), file);
        return this;
    }

    String valueOf(String name) {
        return one("[name='" + name + "']").inputValue();
    }

    Locator one(String selector) {
        return page.locator(selector + " >> visible=true").first();
    }

    Screen see(String selector) {
        one(selector).waitFor();
        return this;
    }

    /** An open PDF: ink on the canvas, and the sentence where a screen reader reads it. */
    Screen seePdf(String sentence) {
        see("[data-viewer='shown'] canvas").see("[data-page='1'][aria-label*='" + sentence + "']");
        var dark = (Number) one("canvas").evaluate("""
          canvas => {
            const pixels = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
            let dark = 0;
            for (let i = 0; i < pixels.length; i += 4)
              if (pixels[i + 3] > 200 && pixels[i] + pixels[i + 1] + pixels[i + 2] < 200) dark++;
            return dark;
          }""");
        assertTrue(dark.intValue() > 500, "only " + dark + " dark pixels on the page");
        return this;
    }

    /** Waits for a message to the person, and gives its words. */
    String message(String name) {
        var message = one("[data-message='" + name + "']");
        message.waitFor();
        return message.innerText();
    }

    Page page() {
        return page;
    }

    private void accessible(String name) {
        if (!HELD_TO_RULES.add(page.evaluate(SKELETON)))
            return;
        // In the page itself and not by way of a second one: four times as fast, and none of our frames is foreign.
        var violations = new AxeBuilder(page).withTags(RULES).setLegacyMode(true).analyze().getViolations();
        assertEquals("", violations.stream().map(Screen::sentence).collect(Collectors.joining("\n")),
                "axe in view " + name);
    }

    private static String sentence(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml() + " " + node.getFailureSummary()).toList();
    }

    private void reflows(String name) {
        var size = page.viewportSize();
        page.setViewportSize(NARROWEST, size.height);
        var width = (Number) page.evaluate("() => document.documentElement.scrollWidth");
        page.setViewportSize(size.width, size.height);
        assertTrue(width.intValue() <= NARROWEST, "view " + name + " needs " + width + " pixels of width");
    }
}
