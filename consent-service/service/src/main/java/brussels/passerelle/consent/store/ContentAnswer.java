package brussels.passerelle.consent.store;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** A content as an HTTP answer, whole or in part, streamed. */
public final class ContentAnswer {
    private ContentAnswer() {}

    /**
     * The part the caller asked for, or all of it.
     *
     * @param ifRange the part is served only when it is a part of these very bytes, else all of them
     */
    public static Response of(Contents contents, String hash, long size, @Nullable String range,
            @Nullable String ifRange) {
        var etag = "\"" + hash + "\"";
        var part = ByteRange.of(ifRange == null || ifRange.equals(etag) ? range : null, size);
        StreamingOutput body = out -> copy(contents, hash, part, out);
        var answer = Response.status(part.partial() ? 206 : 200).entity(body)
                .type(MediaType.APPLICATION_OCTET_STREAM).header("Accept-Ranges", "bytes").header("ETag", etag)
                .header("Content-Length", part.length());
        if (part.partial()) {
            answer.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + size);
        }
        return answer.build();
    }

    private static void copy(Contents contents, String hash, ByteRange part, OutputStream out) throws IOException {
        try (var in = contents.open(hash, part.first())) {
            var buffer = new byte[1 << 16];
            for (var left = part.length(); left > 0;) {
                var read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("content is shorter than it was");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
