package brussels.passerelle.protocol.envelope;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/// The reading side of [Envelope].
final class OpenPaper extends InputStream {
    private final PushbackInputStream in;
    private final MessageDigest digest = Envelope.sha256();
    private final byte[] hash;
    private final Segments segments;
    private final byte[] sealed = new byte[Segments.SEALED];
    private final byte[] plain = new byte[Segments.SEALED];
    private int position;
    private int limit;
    private boolean last;
    private long content;
    private long padding;

    OpenPaper(Secret dek, PaperVersion paper, String hash, InputStream source) throws IOException {
        this.in = new PushbackInputStream(new DigestInputStream(source, digest), 1);
        this.hash = Base64Url.decode(hash, 32);
        this.segments = Segments.of(dek, paper, in.readNBytes(Segments.HEADER));
        readLength();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0)
            return 0;
        if (content == 0) {
            finish();
            return -1;
        }
        if (position == limit)
            nextSegment();
        int count = (int) Math.min(content, Math.min(length, limit - position));
        System.arraycopy(plain, position, into, offset, count);
        position += count;
        content -= count;
        return count;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(plain, (byte) 0);
        content = 0;
        padding = -1;
        in.close();
    }

    private void readLength() throws IOException {
        nextSegment();
        if (limit < Long.BYTES)
            throw new Damaged();
        content = ByteBuffer.wrap(plain, 0, Long.BYTES).getLong();
        position = Long.BYTES;
        if (content < 0 || content > Envelope.LIMIT)
            throw new Damaged();
        padding = Padme.of(Long.BYTES + content) - Long.BYTES - content;
    }

    private void nextSegment() throws IOException {
        if (last)
            throw new Damaged();
        int count = in.readNBytes(sealed, 0, segments.capacity() + Segments.TAG);
        int ahead = in.read();
        last = ahead < 0;
        if (!last)
            in.unread(ahead);
        limit = segments.open(sealed, count, last, plain);
        position = 0;
    }

    private void finish() throws IOException {
        if (padding < 0)
            return;
        while (true) {
            for (; position < limit; position++, padding--) {
                if (padding == 0 || plain[position] != 0)
                    throw new Damaged();
            }
            if (last)
                break;
            nextSegment();
        }
        if (padding != 0 || !MessageDigest.isEqual(hash, digest.digest()))
            throw new Damaged();
        padding = -1;
    }
}
