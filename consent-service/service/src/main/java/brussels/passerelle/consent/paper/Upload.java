package brussels.passerelle.consent.paper;

import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.edge.problem.Failure;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Receives a body of bytes at any door: all of it, as announced, within a limit, or nothing. */
public final class Upload {
    private Upload() {}

    /** The largest ciphertext of a paper. */
    public static long paper() {
        return StorePaper.most();
    }

    /**
     * Receives the body.
     *
     * @param most bytes accepted
     */
    public static Contents.Staged stage(Contents contents, InputStream body, @Nullable String digest,
            @Nullable Long length, long most) throws IOException {
        if (length != null && length > most) {
            throw Failure.Plain.TOO_LARGE.refused();
        }
        var announced = ContentDigest.parse(digest);
        var staged = contents.stage(body, most);
        if (staged.size() > 0 && staged.hash().equals(announced)) {
            return staged;
        }
        staged.close();
        throw (staged.size() == 0 ? Failure.Plain.EMPTY_FILE : Failure.Plain.DIGEST_MISMATCH).refused();
    }
}
