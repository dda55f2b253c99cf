package brussels.passerelle.protocol.log;

import brussels.passerelle.protocol.Damaged;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/// Reads signed checkpoints. Signatures of other names (witnesses) are passed over, as C2SP signed-note demands; one good
/// signature of the key must be there and every signature of the key must be good.
public record NoteVerifier(NoteKey key) {
    private static final String MARK = "\u2014 ";

    public Checkpoint verify(String note) throws Damaged {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n"))
            throw new Damaged();
        String body = note.substring(0, gap + 1);
        boolean signed = false;
        for (String line : note.substring(gap + 2, note.length() - 1).split("\n", -1))
            signed |= verifies(line, body);
        var checkpoint = Checkpoint.read(body);
        if (!signed || !checkpoint.origin().equals(key.name()))
            throw new Damaged();
        return checkpoint;
    }

    /// True for a good signature of our key, false for one of another key.
    private boolean verifies(String line, String body) throws Damaged {
        String[] parts = line.startsWith(MARK) ? line.substring(MARK.length()).split(" ", -1) : new String[0];
        if (parts.length != 2)
            throw new Damaged();
        byte[] bytes = base64(parts[1]);
        if (bytes.length < 5)
            throw new Damaged();
        if (!parts[0].equals(key.name()) || !Arrays.equals(bytes, 0, 4, key.id(), 0, 4))
            return false;
        if (!good(body, Arrays.copyOfRange(bytes, 4, bytes.length)))
            throw new Damaged();
        return true;
    }

    private boolean good(String body, byte[] signed) throws Damaged {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey());
            signature.update(body.getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new Damaged();
        }
    }

    /// RFC 8032: little-endian y, and the sign of x in the highest bit.
    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++)
            bigEndian[i] = key.publicKey()[31 - i];
        boolean odd = bigEndian[0] < 0;
        bigEndian[0] &= 0x7f;
        var point = new EdECPoint(odd, new BigInteger(1, bigEndian));
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    }

    private static byte[] base64(String text) throws Damaged {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new Damaged();
        }
    }
}
