package brussels.passerelle.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;

import brussels.passerelle.database.Shelf;

/** Everything a node keeps, in one folder, used by one launcher at a time. */
final class State implements AutoCloseable {
    private static final List<String> KEPT = List.of("postgres", "store", "wildfly", "log", "secrets.properties",
            "node.key", "pids", "seeded");

    private final Path folder;
    private final FileChannel lock;

    private State(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static State taken(Path folder) throws IOException, Refusal {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var lock = FileChannel.open(folder.resolve("running.lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        if (!locked(lock)) {
            lock.close();
            throw new Refusal("Another demo is running with " + folder
                    + "; stop it, or choose another folder with -Ddemo.state=");
        }
        return new State(folder, lock);
    }

    /** The kernel lets go of this lock when we end, however we end. */
    private static boolean locked(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException hereAlready) {
            return false;
        }
    }

    /** Forgets everything; the unpacked tools stay. */
    void reset() throws IOException {
        for (var name : KEPT)
            Shelf.delete(folder.resolve(name));
    }

    Secrets secrets() throws IOException {
        return new Secrets(folder.resolve("secrets.properties"));
    }

    Path postgres() {
        return folder.resolve("postgres");
    }

    Path store() {
        return folder.resolve("store");
    }

    Path wildfly() {
        return folder.resolve("wildfly");
    }

    Path nodeKey() {
        return folder.resolve("node.key");
    }

    Path log(String name) throws IOException {
        return Files.createDirectories(folder.resolve("log")).resolve(name);
    }

    boolean seeded() {
        return Files.exists(folder.resolve("seeded"));
    }

    void seeded(Instant at) throws IOException {
        Files.writeString(folder.resolve("seeded"), at.toString());
    }

    /** For whoever wants to know which processes are ours. */
    void note(List<Child> children) throws IOException {
        Files.write(folder.resolve("pids"),
                children.stream().map(child -> child.name() + " " + child.process().pid()).toList());
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(folder.resolve("pids"));
        lock.close();
    }
}
