package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.microsoft.playwright.Page;

/** The stable names of views and actions, as ACTIONS.md lists them for everybody who automates. */
final class Names {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");
    private static final Path LIST = Path.of("ACTIONS.md");

    private Names() {}

    static Set<String> views() {
        return rows(0);
    }

    static Set<String> actions() {
        return rows(1);
    }

    /** What is on the screen now is on the list. */
    static void assertListed(Page page) {
        var shown = ((java.util.List<?>) page
                .evaluate("() => [...document.querySelectorAll('[data-action]')].map(one => one.dataset.action)"))
                .stream()
                .map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
        shown.removeAll(actions());
        assertEquals(Set.of(), shown, "actions that ACTIONS.md does not list");
    }

    private static Set<String> rows(int section) {
        try {
            var sections = Files.readString(LIST).split("(?m)^## ");
            return ROW.matcher(sections[section + 1]).results().map(row -> row.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
