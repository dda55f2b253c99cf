package brussels.passerelle.protocol.kit;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.Hkdf;
import brussels.passerelle.protocol.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One printed card of a kit.
/// Of its three numbers the first is the holder's, the others are the organisations'.
public final class KitCard {
    private static final int SUITE = 0x10;
    private static final int LENGTH = 1 + 16 + 33 + 16;

    private final String kit;
    private final int card;
    private final byte[] share;
    private final byte[] commitment;

    /// @param share      32 bytes and the place on the curve: Shamir over GF(2^8), polynomial 0x11b
    /// @param commitment 16 bytes of a hash of the kit's key
    public KitCard(String kit, int card, byte[] share, byte[] commitment) {
        this.kit = kit;
        this.card = card;
        this.share = share.clone();
        this.commitment = commitment.clone();
    }

    public static KitCard read(String text) throws Damaged {
        byte[] bytes = Crockford.checked(text, LENGTH);
        int card = bytes[0] ^ SUITE;
        if (card < 1 || card > 3)
            throw new Damaged();
        return new KitCard(Base64Url.encode(Arrays.copyOfRange(bytes, 1, 17)), card, Arrays.copyOfRange(bytes, 17, 50),
                Arrays.copyOfRange(bytes, 50, LENGTH));
    }

    public String kit() {
        return kit;
    }

    public int card() {
        return card;
    }

    /// A copy: whoever takes it wipes it.
    public byte[] share() {
        return share.clone();
    }

    /// What the card proves itself with; nothing of the share can be told from it.
    public String proof() {
        return Base64Url.encode(Hkdf.derive(share, new byte[0],
                ("passerelle/1/kit-card|" + kit + "|" + card).getBytes(StandardCharsets.UTF_8), 32));
    }

    /// Whether this key is the one the card was made for.
    public boolean fits(byte[] key) {
        byte[] label = ("passerelle/1/kit-commitment|" + kit + "|").getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(label, label.length + key.length);
        System.arraycopy(key, 0, all, label.length, key.length);
        return Arrays.equals(Arrays.copyOf(Crockford.sha256(all), 16), commitment);
    }

    @Override
    public String toString() {
        return "KitCard " + card;
    }
}
