package brussels.passerelle.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once from the jar for this kind of machine. */
final class Binaries {
    private Binaries() {}

    static Path unpacked(Shelf shelf) throws IOException {
        var archive = "/postgres-linux-" + ("aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64")
                + ".txz";
        var jar = Binaries.class.getResource(archive);
        if (jar == null)
            throw new IOException("No PostgreSQL for this machine: " + archive);
        return shelf.tool("postgresql-" + Integer.toHexString(fileName(jar.getPath()).hashCode()), folder -> {
            try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(jar.openStream())))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry())
                    unpack(tar, entry, folder);
            }
        });
    }

    /** The jar's own name has its version in it; where it lies does not matter. */
    private static String fileName(String location) {
        var jar = location.substring(0, Math.max(0, location.indexOf('!')));
        return jar.substring(jar.lastIndexOf('/') + 1);
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var file = folder.resolve(entry.getName()).normalize();
        if (!file.startsWith(folder))
            throw new IOException("An entry points out of the archive");
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            Files.setPosixFilePermissions(file,
                    PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
        }
    }
}
