package brussels.passerelle.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The list of everything that can run in the page, as {@code sha256sum} writes and checks it: what this server has, not what it
 * was told at build time.
 */
final class Build {
    private static final List<String> FOLDERS = List.of("/app/", "/look/");
    private static final String RUNS = ".*\\.(js|css|wasm)";

    private Build() {}

    /**
     * One line for each file, in the order of their names.
     *
     * @param folder what is in a folder: paths, those of folders with a slash at their end; null for none
     * @param open   the bytes at a path
     */
    static String list(Function<String, @Nullable Set<String>> folder, Function<String, InputStream> open) {
        var files = new ArrayList<String>();
        FOLDERS.forEach(one -> walk(one, folder, files));
        return files.stream().filter(path -> path.matches(RUNS)).sorted()
                .map(path -> sha256(open.apply(path)) + "  " + path.substring(1) + "\n").collect(Collectors.joining());
    }

    private static void walk(String path, Function<String, @Nullable Set<String>> folder, List<String> files) {
        if (path.endsWith("/"))
            Objects.requireNonNullElse(folder.apply(path), Set.<String>of()).forEach(one -> walk(one, folder, files));
        else
            files.add(path);
    }

    private static String sha256(InputStream file) {
        try (var digested = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
