package brussels.passerelle.consent.store;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Contents as files {@code xx/yy/<hash in hex>}. Bytes are written to {@code incoming}, forced to the disk, and appear by
 * an atomic rename: a crash leaves a leftover in {@code incoming}, never half a content.
 */
@Singleton
public class FileContents implements Contents {
    private static final int BUFFER = 1 << 16;
    private final Path root;
    private final Path incoming;

    private record StagedFile(Path file, String hash, long size) implements Staged {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    @Inject
    FileContents(@ConfigProperty(name = "passerelle.store") String folder) throws IOException {
        this.root = Path.of(folder).toAbsolutePath();
        this.incoming = root.resolve("incoming");
        Files.createDirectories(incoming);
    }

    @Override
    public Staged stage(InputStream in, long most) throws IOException {
        var file = incoming.resolve(UUID.randomUUID().toString());
        var whole = false;
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var size = copy(in, out, digest, most);
            out.force(true);
            whole = true;
            return new StagedFile(file, Base64Url.encode(digest.digest()), size);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static long copy(InputStream in, FileChannel out, MessageDigest digest, long most) throws IOException {
        var buffer = new byte[BUFFER];
        var size = 0L;
        for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            size += read;
            if (size > most) {
                throw Failure.Plain.TOO_LARGE.refused();
            }
            digest.update(buffer, 0, read);
            for (var bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining();) {
                out.write(bytes);
            }
        }
        return size;
    }

    @Override
    public void keep(Staged staged) throws IOException {
        var place = place(staged.hash());
        if (!Files.exists(place)) {
            var folder = Files.createDirectories(place.resolveSibling("").normalize());
            Files.move(((StagedFile) staged).file, place, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        }
    }

    @Override
    public InputStream open(String hash, long from) throws IOException {
        return Channels.newInputStream(FileChannel.open(place(hash), StandardOpenOption.READ).position(from));
    }

    @Override
    public void drop(String hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    @Override
    public boolean writable() {
        return Files.isWritable(incoming);
    }

    /** Removes what an interrupted server left half received. */
    void sweepIncoming() throws IOException {
        try (var left = Files.list(incoming)) {
            for (var file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Tells the hash of everything kept. */
    void forEach(Consumer<String> visitor) throws IOException {
        try (var files = Files.walk(root)) {
            files.filter(file -> !file.startsWith(incoming) && Files.isRegularFile(file)).forEach(
                    file -> visitor.accept(Base64Url.encode(HexFormat.of().parseHex(file.toFile().getName()))));
        }
    }

    private Path place(String hash) throws Damaged {
        var hex = HexFormat.of().formatHex(Base64Url.decode(hash, 32));
        return root.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    /** A rename is on the disk only when its folder is. */
    private static void force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
