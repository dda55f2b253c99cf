package brussels.passerelle.consent.log;

import brussels.passerelle.protocol.log.NoteSigner;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The key this node signs its checkpoints with, in a file only the server may read; made when there is none. */
@Singleton
public class NodeKey {
    private final NoteSigner signer;

    @Inject
    NodeKey(@ConfigProperty(name = "passerelle.node") String name,
            @ConfigProperty(name = "passerelle.log.key") String file) throws IOException {
        var path = Path.of(file).toAbsolutePath();
        if (!Files.exists(path)) {
            create(path, NoteSigner.create(name).secretText() + "\n");
        }
        this.signer = NoteSigner.parse(Files.readString(path));
        if (!signer.key().name().equals(name)) {
            throw new IllegalStateException("the log's key file is for another node name");
        }
    }

    NoteSigner signer() {
        return signer;
    }

    private static void create(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                mode)) {
            channel.write(StandardCharsets.US_ASCII.encode(text));
        } catch (FileAlreadyExistsException anotherServerWasFirst) {
            // theirs is the node's key
        }
    }
}
