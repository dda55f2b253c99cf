package brussels.passerelle.protocol.envelope;

import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;

/// Seals and opens papers as streams; two buffers of 1 MiB, whatever the size.
///
/// The plaintext inside is the true length (u64, big-endian), the content, and zeros up to its Padmé length: the server sees
/// only the padded size.
public final class Envelope {
    /// The largest content, in bytes.
    public static final long LIMIT = 100L << 20;
    private static final int LENGTH = 8;

    private Envelope() {}

    /// Reads exactly `length` bytes of content and writes the envelope.
    ///
    /// @param dek    32 random bytes, used for this version of this paper and nothing else
    /// @param length true length, at most [#LIMIT]
    /// @throws IOException when the content is shorter or longer than said; what was written is then worthless
    public static SealedPaper seal(Secret dek, PaperVersion paper, InputStream content, long length, OutputStream out)
            throws IOException {
        if (length < 0 || length > LIMIT)
            throw new IllegalArgumentException("length");
        var plain = padded(content, length);
        var digest = sha256();
        byte[] header = Segments.freshHeader();
        digest.update(header);
        out.write(header);
        var segments = Segments.fresh(dek, paper, header);
        byte[] buffer = new byte[Segments.SEALED];
        byte[] sealed = new byte[Segments.SEALED];
        long left = Padme.of(LENGTH + length);
        long size = Segments.HEADER;
        do {
            int wanted = (int) Math.min(left, segments.capacity());
            if (plain.readNBytes(buffer, 0, wanted) != wanted)
                throw new IOException("content is shorter than said");
            left -= wanted;
            int written = segments.seal(buffer, wanted, left == 0, sealed);
            digest.update(sealed, 0, written);
            out.write(sealed, 0, written);
            size += written;
        } while (left > 0);
        if (content.read() >= 0)
            throw new IOException("content is longer than said");
        return new SealedPaper(size, Base64Url.encode(digest.digest()));
    }

    /// The content of an envelope. Each byte read is authenticated; the end is reported only after the sealed end was
    /// reached, the padding was zeros, and the whole ciphertext had the expected hash. Otherwise reading throws
    /// [Damaged][brussels.passerelle.protocol.Damaged] and everything read so far must be dropped.
    ///
    /// @param hash expected SHA-256 of the ciphertext, base64url
    public static InputStream open(Secret dek, PaperVersion paper, String hash, InputStream sealed) throws IOException {
        return new OpenPaper(dek, paper, hash, sealed);
    }

    /// The size of the envelope around a content of this length.
    public static long sealedSize(long length) {
        long padded = Padme.of(LENGTH + length);
        long segments = Math.ceilDiv(padded + Segments.HEADER, Segments.SEALED - Segments.TAG);
        return Segments.HEADER + padded + segments * Segments.TAG;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private static InputStream padded(InputStream content, long length) {
        var prefix = new ByteArrayInputStream(ByteBuffer.allocate(LENGTH).putLong(length).array());
        long zeros = Padme.of(LENGTH + length) - LENGTH - length;
        var padding = new ByteArrayInputStream(new byte[(int) zeros]);
        return new SequenceInputStream(Collections.enumeration(List.of(prefix, new Exactly(content, length), padding)));
    }
}
