package brussels.passerelle.protocol.envelope;

import java.io.IOException;
import java.io.InputStream;

/// The first so many bytes of a stream, which stays open; ends early only with an error.
final class Exactly extends InputStream {
    private final InputStream in;
    private long left;

    Exactly(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0)
            return -1;
        int read = in.read(into, offset, (int) Math.min(left, length));
        if (read < 0)
            throw new IOException("content is shorter than said");
        left -= read;
        return read;
    }
}
