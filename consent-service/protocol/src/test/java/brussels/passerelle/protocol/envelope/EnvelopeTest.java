package brussels.passerelle.protocol.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Secret;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// tink-java is the oracle: what we write it reads, what it writes we read.
class EnvelopeTest {
    private static final int SEGMENT = (1 << 20) - 16;
    private static final int FIRST = SEGMENT - 40;
    private static final PaperVersion PAPER = new PaperVersion("AAECAwQFBgcICQoLDA0ODw", 3);
    private final byte[] dek = random(32, 1);

    /// Contents whose padded plaintext sits at, before and after the ends of the first and of later segments cannot be chosen
    /// freely (Padmé rounds), so the same sizes are also driven through Tink's own framing below.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1000, FIRST - 9, FIRST - 8, FIRST - 7, FIRST + SEGMENT - 9, FIRST + SEGMENT - 8,
            FIRST + SEGMENT - 7, 3 * SEGMENT + 7, 50_000_000})
    void tinkReadsWhatWeWrite(int size) throws Exception {
        byte[] content = random(size, size);
        var sealed = seal(content);
        assertEquals(Envelope.sealedSize(size), sealed.length);
        byte[] plain = tink().newDecryptingStream(new ByteArrayInputStream(sealed), PAPER.associatedData())
                .readAllBytes();
        assertEquals(size, ByteBuffer.wrap(plain).getLong());
        assertEquals(Padme.of(size + 8L), plain.length);
        assertArrayEquals(content, Arrays.copyOfRange(plain, 8, 8 + size));
        assertArrayEquals(content, open(sealed));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 1000, FIRST - 9, FIRST - 8, FIRST - 7, FIRST + SEGMENT - 9, FIRST + SEGMENT - 8,
            FIRST + SEGMENT - 7, 3 * SEGMENT + 7, 50_000_000})
    void weReadWhatTinkWrites(int size) throws Exception {
        byte[] content = random(size, size);
        byte[] plain = new byte[(int) Padme.of(size + 8L)];
        ByteBuffer.wrap(plain).putLong(size).put(content);
        assertArrayEquals(content, open(tinkSeal(plain)));
    }

    /// The framing itself, without Padmé in the way: plaintexts that end exactly at, one before and one after a segment's end.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, FIRST - 1, FIRST, FIRST + 1, FIRST + SEGMENT - 1, FIRST + SEGMENT, FIRST + SEGMENT + 1,
            FIRST + 3 * SEGMENT + 7})
    void segmentsAreThoseOfTink(int size) throws Exception {
        byte[] plain = random(size, size);
        byte[] byTink = tinkSeal(plain);
        var reading = Segments.of(Secret.of(dek.clone()), PAPER, Arrays.copyOf(byTink, 40));
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 20];
        int at = 40;
        do {
            int count = Math.min(byTink.length - at, reading.capacity() + 16);
            byte[] segment = Arrays.copyOfRange(byTink, at, at + count);
            at += count;
            out.write(buffer, 0, reading.open(segment, count, at == byTink.length, buffer));
        } while (at < byTink.length);
        assertArrayEquals(plain, out.toByteArray());
        assertArrayEquals(plain, tink().newDecryptingStream(new ByteArrayInputStream(writeSegments(plain)),
                PAPER.associatedData()).readAllBytes());
    }

    @Test
    void aFlippedBitAnywhereIsRefused() throws Exception { // T4
        byte[] sealed = seal(random(3 * SEGMENT + 7, 5));
        for (int at : new int[]{0, 1, 32, 33, 39, 40, 500_000, (1 << 20) - 1, 1 << 20, (1 << 21) - 1, 1 << 21,
                3 << 20, sealed.length - 17, sealed.length - 16, sealed.length - 1}) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            refused(flipped, sealed);
        }
        byte[] small = seal(random(10, 6));
        for (int at = 0; at < small.length; at++) {
            byte[] flipped = small.clone();
            flipped[at] ^= (byte) (1 << (at % 8));
            refused(flipped, small);
        }
    }

    @Test
    void segmentsCannotBeMoved() throws Exception { // T5
        byte[] sealed = seal(random(3 * SEGMENT + 7, 7));
        int s = 1 << 20;
        refused(join(sealed, 0, s, 2 * s, 3 * s, s, 2 * s, 3 * s, sealed.length), sealed);
        refused(join(sealed, 0, 2 * s, s, 2 * s, 2 * s, sealed.length), sealed);
        refused(join(sealed, 0, s, 2 * s, sealed.length), sealed);
        refused(join(sealed, 0, sealed.length, 2 * s, 3 * s), sealed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 39, 40, 41, 55, 56, 1 << 20, (1 << 20) + 1, (1 << 20) + 16, 3 << 20, 3145735})
    void aCutIsRefused(int length) throws Exception { // T5
        byte[] sealed = seal(random(3 * SEGMENT + 7, 8));
        refused(Arrays.copyOf(sealed, length), sealed);
    }

    @Test
    void anAppendedByteIsRefused() throws Exception { // T5
        for (int size : new int[]{0, 10, 2 * SEGMENT}) {
            byte[] sealed = seal(random(size, 9));
            refused(Arrays.copyOf(sealed, sealed.length + 1), sealed);
            refused(Arrays.copyOf(sealed, sealed.length + (1 << 20)), sealed);
        }
    }

    @Test
    void anotherPaperOrVersionOrKeyIsRefused() throws Exception { // T6
        byte[] sealed = seal(random(100, 10));
        var otherPaper = new PaperVersion("BBECAwQFBgcICQoLDA0ODw", 3);
        var otherVersion = new PaperVersion(PAPER.paper(), 4);
        assertThrows(Damaged.class, () -> open(dek, otherPaper, hash(sealed), sealed));
        assertThrows(Damaged.class, () -> open(dek, otherVersion, hash(sealed), sealed));
        assertThrows(Damaged.class, () -> open(random(32, 99), PAPER, hash(sealed), sealed));
        byte[] sameAgain = seal(random(100, 10));
        assertThrows(Damaged.class, () -> open(dek, PAPER, hash(sameAgain), sealed));
    }

    @Test
    void whatIsInsideMustBePaddedAsSaid() throws Exception {
        byte[] good = new byte[(int) Padme.of(108)];
        ByteBuffer.wrap(good).putLong(100).put(random(100, 11));
        assertEquals(100, open(tinkSeal(good)).length);
        byte[] dirty = good.clone();
        dirty[dirty.length - 1] = 1;
        byte[] tooLong = Arrays.copyOf(good, good.length + 1);
        byte[] tooShort = Arrays.copyOf(good, good.length - 1);
        byte[] negative = good.clone();
        negative[0] = (byte) 0x80;
        byte[] huge = ByteBuffer.allocate(1000).putLong(Envelope.LIMIT + 1).array();
        for (byte[] bad : new byte[][]{dirty, tooLong, tooShort, negative, huge, new byte[7], new byte[0]}) {
            byte[] sealed = tinkSeal(bad);
            assertThrows(Damaged.class, () -> open(sealed));
        }
    }

    @Test
    void contentMustBeAsLongAsSaid() {
        for (long said : new long[]{9, 11}) {
            assertThrows(IOException.class, () -> Envelope.seal(Secret.of(dek.clone()), PAPER,
                    new ByteArrayInputStream(new byte[10]), said, new ByteArrayOutputStream()));
        }
        assertThrows(IllegalArgumentException.class, () -> Envelope.seal(Secret.of(dek.clone()), PAPER,
                new ByteArrayInputStream(new byte[10]), Envelope.LIMIT + 1, new ByteArrayOutputStream()));
    }

    private void refused(byte[] forged, byte[] original) {
        assertThrows(Damaged.class, () -> open(dek, PAPER, hash(forged), forged), "with the hash of the forgery");
        assertThrows(Damaged.class, () -> open(dek, PAPER, hash(original), forged), "with the hash of the original");
    }

    private byte[] seal(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        var sealed = Envelope.seal(Secret.of(dek.clone()), PAPER, new ByteArrayInputStream(content), content.length,
                out);
        assertEquals(out.size(), sealed.size());
        assertEquals(hash(out.toByteArray()), sealed.hash());
        return out.toByteArray();
    }

    private byte[] open(byte[] sealed) throws IOException {
        return open(dek, PAPER, hash(sealed), sealed);
    }

    private static byte[] open(byte[] key, PaperVersion paper, String hash, byte[] sealed) throws IOException {
        try (var in = Envelope.open(Secret.of(key.clone()), paper, hash, new ByteArrayInputStream(sealed))) {
            return in.readAllBytes();
        }
    }

    private byte[] writeSegments(byte[] plain) throws IOException {
        byte[] header = Segments.freshHeader();
        var segments = Segments.fresh(Secret.of(dek.clone()), PAPER, header);
        var out = new ByteArrayOutputStream();
        out.write(header);
        byte[] sealed = new byte[1 << 20];
        int at = 0;
        do {
            byte[] part = Arrays.copyOfRange(plain, at, Math.min(plain.length, at + segments.capacity()));
            at += part.length;
            out.write(sealed, 0, segments.seal(part, part.length, at == plain.length, sealed));
        } while (at < plain.length);
        return out.toByteArray();
    }

    private byte[] tinkSeal(byte[] plain) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var sealing = tink().newEncryptingStream(out, PAPER.associatedData())) {
            sealing.write(plain);
        }
        return out.toByteArray();
    }

    private AesGcmHkdfStreaming tink() throws Exception {
        return new AesGcmHkdfStreaming(dek, "HmacSha256", 32, 1 << 20, 0);
    }

    private static byte[] join(byte[] from, int... bounds) {
        var out = new ByteArrayOutputStream();
        for (int i = 0; i < bounds.length; i += 2)
            out.write(from, bounds[i], bounds[i + 1] - bounds[i]);
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        return Base64Url.encode(Envelope.sha256().digest(bytes));
    }

    private static byte[] random(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
