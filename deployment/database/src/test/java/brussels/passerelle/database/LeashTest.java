package brussels.passerelle.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void aChildDiesWhenItsParentIsKilledHard(@TempDir Path folder) throws Exception {
        var note = folder.resolve("child.pid");
        var parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/java").toString(), "-cp",
                System.getProperty("java.class.path"), Parent.class.getName(), note.toString()).inheritIO().start();
        var child = child(note);
        assertTrue(child.isAlive());
        parent.destroyForcibly();
        child.onExit().get(10, TimeUnit.SECONDS);
    }

    @Test
    void theCommandItselfComesLast() {
        assertEquals(List.of("sleep", "60"),
                Leash.wrapped(List.of("sleep", "60"), "TERM", true).reversed().subList(0, 2).reversed());
    }

    private static ProcessHandle child(Path note) throws Exception {
        for (var tries = 0; tries < 200; tries++) {
            if (Files.exists(note) && Files.size(note) > 0)
                return ProcessHandle.of(Long.parseLong(Files.readString(note))).orElseThrow();
            Thread.sleep(50);
        }
        throw new AssertionError("The parent did not start its child");
    }

    /** Starts a child on a thread that ends at once, writes down its number and waits to be killed. */
    static final class Parent {
        private Parent() {}

        public static void main(String[] arguments) throws Exception {
            var starter = Thread.ofPlatform().start(() -> {
                try {
                    var child = Leash.start(new ProcessBuilder("sleep", "60"));
                    Files.writeString(Path.of(arguments[0]), Long.toString(child.pid()));
                } catch (java.io.IOException failed) {
                    throw new java.io.UncheckedIOException(failed);
                }
            });
            starter.join();
            Thread.sleep(60_000);
        }
    }
}
