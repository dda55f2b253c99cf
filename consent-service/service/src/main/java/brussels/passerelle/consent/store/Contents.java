package brussels.passerelle.consent.store;

import java.io.IOException;
import java.io.InputStream;

/**
 * The port to whatever keeps bytes: a file system here, an object store elsewhere. Calls that change what is kept are made
 * under a lock on the hash ({@link Blobs}), so an adapter need not mind two at once.
 */
public interface Contents {

    /** Bytes that arrived whole, and are nobody's yet. */
    interface Staged extends AutoCloseable {
        /** SHA-256 of the bytes, base64url. */
        String hash();

        long size();

        /** Throws away what was not kept. */
        @Override
        void close() throws IOException;
    }

    /**
     * Receives a stream.
     *
     * @param most bytes accepted; the first byte beyond is refused with {@code tooLarge}
     */
    Staged stage(InputStream in, long most) throws IOException;

    /** Makes staged bytes permanent under their hash; when they are there already, nothing changes. */
    void keep(Staged staged) throws IOException;

    /** Opens a content at a position. */
    InputStream open(String hash, long from) throws IOException;

    void drop(String hash) throws IOException;

    /** Whether something could be kept now. */
    boolean writable();
}
