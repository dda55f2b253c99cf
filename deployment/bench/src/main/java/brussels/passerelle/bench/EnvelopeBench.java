package brussels.passerelle.bench;

import brussels.passerelle.protocol.envelope.Envelope;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.envelope.SealedPaper;
import brussels.passerelle.protocol.jose.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Sealing and opening 16 MiB as a paper, beside one bare AES-GCM call over the same bytes.
@State(Scope.Benchmark)
public class EnvelopeBench {
    static final int SIZE = 16 << 20;
    private static final PaperVersion PAPER = new PaperVersion("AAAAAAAAAAAAAAAAAAAAAA", 1);

    private final byte[] content = Secret.randomBytes(SIZE);
    private final byte[] out = new byte[SIZE + 16];
    private final Secret dek = Secret.random(32);
    private final SecretKeySpec bareKey = new SecretKeySpec(Secret.randomBytes(32), "AES");
    private byte[] sealed = {};
    private String hash = "";

    @Setup
    public void sealOnce() throws IOException {
        var bytes = new ByteArrayOutputStream();
        SealedPaper paper = Envelope.seal(dek, PAPER, new ByteArrayInputStream(content), SIZE, bytes);
        sealed = bytes.toByteArray();
        hash = paper.hash();
    }

    @Benchmark
    public SealedPaper seal() throws IOException {
        return Envelope.seal(dek, PAPER, new ByteArrayInputStream(content), SIZE,
                new ByteArrayOutputStream(SIZE + (1 << 20)));
    }

    @Benchmark
    public long open() throws IOException {
        try (var opened = Envelope.open(dek, PAPER, hash, new ByteArrayInputStream(sealed))) {
            return opened.transferTo(new ByteArrayOutputStream(SIZE));
        }
    }

    @Benchmark
    public int bareAesGcm() throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, bareKey, new GCMParameterSpec(128, Secret.randomBytes(12)));
        return cipher.doFinal(content, 0, SIZE, out);
    }
}
