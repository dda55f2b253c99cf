package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** ACTIONS.md and the sources agree, both ways: a name that appears, disappears or changes must be said. */
class NamesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<Path> SOURCES = List.of(ROOT.resolve("portal/web/src/main"),
            ROOT.resolve("portal/look/src/main"), ROOT.resolve("registry/src/main"));
    private static final List<Pattern> ACTIONS = List.of(Pattern.compile("data-action=\"?([a-z-]+)[\"\\s>]"),
            Pattern.compile("\\baction\\(\\s*\"([a-z-]+)\""),
            Pattern.compile("\\baction: \"([a-z-]+)\", (?:picture|words|ask|$)"),
            Pattern.compile("(?m)\\baction: \"([a-z-]+)\",$"));
    private static final List<Pattern> VIEWS = List.of(Pattern.compile("data-view=\"([a-z-]+)\""),
            Pattern.compile("(?m)^    name: \"([a-z-]+)\",$"), Pattern.compile("\"(registry-(?!editor|api)[a-z]+)\""),
            Pattern.compile("(?m)\\(\"/[a-z-]*\",\\s+\"([a-z-]+)\", ?"));
    /** The registry has a view for each kind of entry. */
    private static final Path KINDS = ROOT
            .resolve("registry/src/main/java/brussels/passerelle/registry/published/Kind.java");

    @Test
    void every_action_of_the_sources_is_listed_and_every_listed_one_exists() throws IOException {
        assertEquals(Names.actions(), inSources(ACTIONS));
        assertTrue(Names.actions().containsAll(Set.of("create-wallet", "add-paper", "lend", "open-loan", "take-back")));
    }

    @Test
    void every_view_of_the_sources_is_listed_and_every_listed_one_exists() throws IOException {
        var views = inSources(VIEWS);
        Pattern.compile("\\b[A-Z]{2,}\\b(?=[,;])").matcher(Files.readString(KINDS)).results()
                .forEach(kind -> views.add("registry-" + kind.group().toLowerCase(Locale.ROOT)));
        assertEquals(Names.views(), views);
        assertTrue(Names.views().contains("wallet"));
    }

    private static Set<String> inSources(List<Pattern> patterns) throws IOException {
        var names = new TreeSet<String>();
        for (var folder : SOURCES)
            try (var files = Files.walk(folder)) {
                for (var file : files.filter(NamesTest::written).toList()) {
                    var text = Files.readString(file);
                    for (var pattern : patterns)
                        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
                }
            }
        return names;
    }

    private static boolean written(Path file) {
        var path = file.toString();
        return !path.contains("node_modules") && !path.contains("/test/") && path.matches(".*\\.(ts|jte|java|html)");
    }
}
