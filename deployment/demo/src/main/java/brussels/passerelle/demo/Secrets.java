package brussels.passerelle.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

import brussels.passerelle.database.Passwords;

/** Random secrets by name, made when first asked for and the same ever after; a file that only its owner reads. */
final class Secrets {
    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                known.load(reader);
            }
        }
    }

    synchronized String of(String name) {
        var secret = known.getProperty(name);
        if (secret != null)
            return secret;
        var made = Passwords.random();
        known.setProperty(name, made);
        try {
            save();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return made;
    }

    /** Whole or not at all: a half-written file would lock us out of our own database. */
    private void save() throws IOException {
        var draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var writer = Files.newBufferedWriter(draft)) {
            known.store(writer, null);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
