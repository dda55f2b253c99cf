package brussels.passerelle.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Copies of folders. */
final class Tree {
    private Tree() {}

    static void copy(Path from, Path to) throws IOException {
        each(from, to, Files::copy);
    }

    /** The same bytes under another name where the file system can: it costs no time, and removing the original leaves it. */
    static void link(Path from, Path to) throws IOException {
        each(from, to, (file, copy) -> {
            try {
                Files.createLink(copy, file);
            } catch (IOException | UnsupportedOperationException otherFileSystem) {
                Files.copy(file, copy);
            }
        });
    }

    private static void each(Path from, Path to, Copier copier) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    copier.copy(file, copy);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Copier {
        void copy(Path file, Path copy) throws IOException;
    }
}
