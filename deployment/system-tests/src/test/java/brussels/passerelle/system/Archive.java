package brussels.passerelle.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;

import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.enums.AesKeyStrength;

/** An exported wallet, opened by tools that know nothing of us: zip4j for the closed layer, the JDK for the plain one. */
final class Archive {
    private final Map<String, byte[]> contents = new HashMap<>();

    private Archive() {}

    static Archive open(Path file, String password) throws IOException {
        var archive = new Archive();
        try (var outer = new ZipFile(file.toFile(), password.toCharArray())) {
            var only = outer.getFileHeaders().getFirst();
            if (outer.getFileHeaders().size() != 1
                    || only.getAesExtraDataRecord().getAesKeyStrength() != AesKeyStrength.KEY_STRENGTH_256)
                throw new AssertionError("not one entry closed with AES-256");
            byte[] plain;
            try (var stream = outer.getInputStream(only)) {
                plain = stream.readAllBytes();
            }
            try (var inner = new ZipInputStream(new ByteArrayInputStream(plain), StandardCharsets.UTF_8)) {
                for (var entry = inner.getNextEntry(); entry != null; entry = inner.getNextEntry())
                    archive.contents.put(entry.getName(), inner.readAllBytes());
            }
        }
        return archive;
    }

    /** Whether another password is refused. */
    static boolean isClosedWithout(String password, Path file) throws IOException {
        try (var outer = new ZipFile(file.toFile(), (password + "x").toCharArray());
                var stream = outer.getInputStream(outer.getFileHeaders().getFirst())) {
            return stream.readAllBytes().length < 0;
        } catch (ZipException refused) {
            return refused.getType() == ZipException.Type.WRONG_PASSWORD;
        }
    }

    byte[] bytes(String path) {
        return Objects.requireNonNull(contents.get(path), () -> path + " is not among " + contents.keySet());
    }

    String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
