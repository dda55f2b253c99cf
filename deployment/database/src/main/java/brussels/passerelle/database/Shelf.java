package brussels.passerelle.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** Where unpacked tools lie, each made once, whole or not at all, and shared by every run. */
public final class Shelf {
    private final Path folder;

    /** A shelf in a folder outside of any {@code target}, so that a clean build does not cost half a minute. */
    public Shelf(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** The shelf of the checkout we run in: {@code .passerelle/tools} beside {@code .mvn}, else in the current folder. */
    public static Shelf ofCheckout() {
        var here = Path.of("").toAbsolutePath();
        for (var folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn")))
                return new Shelf(folder.resolve(".passerelle/tools"));
        }
        return new Shelf(here.resolve(".passerelle/tools"));
    }

    /**
     * A tool by its name, which must change with everything it is made from.
     *
     * @param maker fills an empty folder; runs only when the tool is not there, and never twice at once
     */
    public Path tool(String name, Maker maker) throws IOException {
        var tool = folder.resolve(name);
        Files.createDirectories(folder);
        try (var lock = FileChannel.open(folder.resolve(name + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            lock.lock();
            if (!Files.isDirectory(tool)) {
                var draft = folder.resolve(name + ".draft");
                delete(draft);
                Files.createDirectories(draft);
                maker.make(draft);
                Files.move(draft, tool, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return tool;
    }

    /** Removes a folder and what is in it; nothing when it is not there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder))
            return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(file);
        }
    }

    /** Fills a tool's folder. */
    @FunctionalInterface
    public interface Maker {
        void make(Path empty) throws IOException;
    }
}
