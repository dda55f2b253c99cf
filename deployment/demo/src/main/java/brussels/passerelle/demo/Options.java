package brussels.passerelle.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What can be chosen, as {@code --name=value} or {@code -Ddemo.name=value}.
 *
 * @param root     the checkout that holds what is run
 * @param offset   added to every port
 * @param state    where everything is kept between runs
 * @param reset    whether to begin with nothing
 * @param data     whether to put demo people's papers and loans in it; the accounts are always there
 * @param detached whether to go on when the process that started us ends
 */
record Options(Path root, int offset, Path state, boolean reset, boolean data, boolean detached) {
    private static final Set<String> NAMES = Set.of("root", "offset", "state", "reset", "data", "detached");

    static Options of(String[] arguments, Properties system) throws Refusal {
        var given = new HashMap<String, String>();
        for (var name : NAMES) {
            var value = system.getProperty("demo." + name, "");
            if (!value.isBlank())
                given.put(name, value.strip());
        }
        for (var argument : arguments) {
            var parts = argument.split("=", 2);
            var name = parts[0].startsWith("--") ? parts[0].substring(2) : "";
            if (!NAMES.contains(name))
                throw new Refusal("Unknown option " + argument + "; known: " + NAMES.stream().sorted().toList());
            given.put(name, parts.length == 2 ? parts[1] : "true");
        }
        var root = given.containsKey("root") ? Path.of(given.get("root")) : checkout(Path.of("").toAbsolutePath());
        var offset = offset(given.getOrDefault("offset", "0"));
        var state = given.containsKey("state")
                ? Path.of(given.get("state"))
                : root.resolve(offset == 0 ? ".passerelle" : ".passerelle/node-" + offset);
        return new Options(root.toAbsolutePath().normalize(), offset, state.toAbsolutePath().normalize(),
                yes(given, "reset", false),
                yes(given, "data", true), yes(given, "detached", false));
    }

    private static int offset(String text) throws Refusal {
        try {
            return new Ports(Integer.parseInt(text)).offset();
        } catch (IllegalArgumentException wrong) {
            throw new Refusal("demo.offset must be a number from 0 to 50000, not " + text);
        }
    }

    private static boolean yes(Map<String, String> given, String name, boolean otherwise) {
        var value = given.get(name);
        return value == null ? otherwise : !"false".equals(value);
    }

    private static Path checkout(Path here) throws Refusal {
        for (@Nullable
        Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn")))
                return folder;
        }
        throw new Refusal("Not in a checkout of Passerelle; say where it is with -Ddemo.root=");
    }
}
