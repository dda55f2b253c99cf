package brussels.passerelle.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks for secrets in whole folders, in every shape in which a program is likely to have written them: UTF-8, Latin-1
 * and UTF-16 either way round, and base64 (plain and URL) at each of the three alignments.
 */
final class Needles {
    private static final int CHUNK = 1 << 22;

    private record Needle(String name, byte[] bytes) {}

    private final Map<Integer, List<Needle>> byStart = new HashMap<>();
    private int longest;

    Needles text(String name, String secret) {
        for (var charset : List.of(UTF_8, ISO_8859_1, UTF_16LE, UTF_16BE))
            if (charset.newEncoder().canEncode(secret))
                bytes(name + " in " + charset, secret.getBytes(charset));
        var plain = secret.getBytes(UTF_8);
        for (var shift = 0; shift < 3; shift++)
            base64(name + " in base64 at " + shift, plain, shift);
        return this;
    }

    Needles bytes(String name, byte[] secret) {
        if (secret.length < 8)
            throw new IllegalArgumentException(name + " is too short: chance would find it");
        byStart.computeIfAbsent(start(secret, 0), _ -> new ArrayList<>()).add(new Needle(name, secret));
        longest = Math.max(longest, secret.length);
        return this;
    }

    /** The characters of the base64 text that depend on the secret alone, whatever stands before and after it. */
    private void base64(String name, byte[] secret, int shift) {
        var padded = new byte[shift + secret.length];
        System.arraycopy(secret, 0, padded, shift, secret.length);
        var from = (shift * 8 + 5) / 6;
        var to = padded.length * 8 / 6;
        for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder()))
            bytes(name, encoder.encodeToString(padded).substring(from, to).getBytes(UTF_8));
    }

    /** What was found, as "needle: file". */
    Set<String> in(Path... roots) throws IOException {
        var found = new TreeSet<String>();
        for (var root : roots) {
            if (Files.notExists(root))
                throw new NoSuchFileException(root.toString());
            for (var file : files(root))
                search(file, found);
        }
        return found;
    }

    /** Those that are there: servers and browsers make and drop files and folders while somebody looks. */
    private static List<Path> files(Path root) throws IOException {
        var files = new ArrayList<Path>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile())
                    files.add(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
                return failed instanceof NoSuchFileException
                        ? FileVisitResult.CONTINUE
                        : super.visitFileFailed(file, failed);
            }
        });
        return files;
    }

    private void search(Path file, Set<String> found) throws IOException {
        try (var in = Files.newInputStream(file)) {
            search(in, file.toString(), found);
        } catch (NoSuchFileException e) {
            // A server may drop a file of its own between the listing and the reading.
        }
    }

    void search(InputStream in, String where, Set<String> found) throws IOException {
        var starts = new boolean[1 << 16];
        byStart.keySet().forEach(start -> starts[start] = true);
        var buffer = new byte[CHUNK + longest];
        var kept = 0;
        for (var read = in.readNBytes(buffer, 0, CHUNK); read > 0; read = in.readNBytes(buffer, kept, CHUNK)) {
            var end = kept + read;
            for (var at = 0; at + 1 < end; at++)
                if (starts[start(buffer, at)])
                    match(buffer, at, end, where, found);
            kept = Math.min(longest, end);
            System.arraycopy(buffer, end - kept, buffer, 0, kept);
        }
    }

    private void match(byte[] buffer, int at, int end, String where, Set<String> found) {
        for (var needle : byStart.getOrDefault(start(buffer, at), List.of())) {
            var stop = at + needle.bytes.length;
            if (stop <= end && Arrays.equals(buffer, at, stop, needle.bytes, 0, needle.bytes.length))
                found.add(needle.name + ": " + where);
        }
    }

    private static int start(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }
}
