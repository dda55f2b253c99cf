package brussels.passerelle.protocol.log;

import brussels.passerelle.protocol.jose.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;

/// Signs checkpoints as notes of one name. Its text form, the one of Go's `note` package, is what the node's key file holds.
public final class NoteSigner {
    private static final String PREFIX = "PRIVATE+KEY+";
    private final NoteKey key;
    private final byte[] seed;

    private NoteSigner(String name, byte[] seed) {
        this.seed = seed;
        // The JDK cannot compute a public key from a private one.
        this.key = new NoteKey(name, new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded());
    }

    public static NoteSigner create(String name) {
        return new NoteSigner(name, Secret.randomBytes(32));
    }

    /// Reads the text form.
    ///
    /// @throws IllegalArgumentException when it is not one; the text is not repeated
    public static NoteSigner parse(String text) {
        String[] parts = text.strip().split("\\+", 5);
        if (parts.length != 5 || !text.startsWith(PREFIX))
            throw new IllegalArgumentException("note signer");
        byte[] typed = Base64.getDecoder().decode(parts[4]);
        if (typed.length != 33 || typed[0] != NoteKey.ED25519)
            throw new IllegalArgumentException("note signer");
        var signer = new NoteSigner(parts[2], Arrays.copyOfRange(typed, 1, 33));
        if (!HexFormat.of().formatHex(signer.key.id()).equals(parts[3]))
            throw new IllegalArgumentException("note signer");
        return signer;
    }

    /// The private text form, for the key file only.
    public String secretText() {
        return PREFIX + key.name() + "+" + HexFormat.of().formatHex(key.id()) + "+"
                + Base64.getEncoder().encodeToString(NoteKey.typed(seed));
    }

    public NoteKey key() {
        return key;
    }

    /// The signed note.
    public String sign(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(key.name()))
            throw new IllegalArgumentException("origin");
        String body = checkpoint.body();
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey());
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            byte[] signed = ByteBuffer.allocate(68).put(key.id()).put(signature.sign()).array();
            return body + "\n\u2014 " + key.name() + " " + Base64.getEncoder().encodeToString(signed) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing", e);
        }
    }

    @Override
    public String toString() {
        return "NoteSigner " + key.name();
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
    }
}
