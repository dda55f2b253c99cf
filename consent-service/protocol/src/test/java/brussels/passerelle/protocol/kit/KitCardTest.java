package brussels.passerelle.protocol.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.Hkdf;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.junit.jupiter.api.Test;

/// The cards that a browser printed, read by another library: what is on paper does not depend on one program.
class KitCardTest {
    private static final List<int[]> PAIRS = List.of(new int[]{0, 1}, new int[]{0, 2}, new int[]{1, 2},
            new int[]{2, 0});

    @Test
    void everyTwoCardsGiveTheKeyInBouncyCastleToo() throws Exception {
        for (Fields kit : cases()) {
            var cards = cards(kit);
            byte[] key = kit.bytes("key", 32);
            for (int[] pair : PAIRS)
                assertArrayEquals(key, combine(cards.get(pair[0]), cards.get(pair[1])));
            assertTrue(cards.stream().allMatch(card -> card.fits(key)));
        }
    }

    @Test
    void aShareWithOneWrongByteGivesAWrongKeyThatTheCommitmentTells() throws Exception {
        var cards = cards(cases().getFirst());
        var nothing = new byte[16];
        for (int at = 0; at < 33; at++) {
            byte[] share = cards.getFirst().share().clone();
            share[at] ^= 0x40;
            var wrong = new KitCard(cards.getFirst().kit(), 1, share, nothing);
            assertFalse(cards.get(1).fits(combine(wrong, cards.get(1))), "byte " + at);
        }
    }

    @Test
    void proofsAndSecretsAreTheBrowsers() throws Exception {
        for (Fields kit : cases()) {
            var info = "passerelle/1/kit|" + kit.text("account");
            assertArrayEquals(kit.bytes("secret", 32), Hkdf.derive(kit.bytes("key", 32), kit.bytes("share", 32),
                    info.getBytes(StandardCharsets.UTF_8), 32));
            for (Fields card : kit.objects("cards"))
                assertEquals(card.text("proof"), KitCard.read(card.text("text")).proof());
        }
    }

    @Test
    void theNameOfARecoveryFollowsFromItsKeys() throws Exception {
        for (Fields kit : cases()) {
            var keys = new FreshKeys(kit.publicKey("signing"), kit.publicKey("encryption"));
            assertEquals(kit.text("code"), keys.name());
            assertFalse(new FreshKeys(keys.encryption(), keys.signing()).name().equals(keys.name()));
            Sealed.shape(SealedType.SHARE, kit.text("sealed"));
        }
    }

    @Test
    void whatIsMistypedIsNoCard() throws Exception {
        var text = cases().getFirst().objects("cards").getFirst().text("text");
        assertEquals(1, KitCard.read(text.toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ")).card());
        for (int at = 0; at < text.length(); at++) {
            var wrong = text.substring(0, at) + (text.charAt(at) == '7' ? '8' : '7') + text.substring(at + 1);
            assertThrows(Damaged.class, () -> KitCard.read(wrong), wrong);
        }
        assertThrows(Damaged.class, () -> KitCard.read(text.substring(1)));
        assertThrows(Damaged.class, () -> KitCard.read(text + "0"));
    }

    @Test
    void aTextFormKeepsTheShareToItself() throws Exception {
        var card = cards(cases().getFirst()).getFirst();
        assertFalse(card.toString().contains(Arrays.toString(card.share())));
        assertEquals("KitCard 1", card.toString());
    }

    private static byte[] combine(KitCard one, KitCard other) throws IOException {
        return ShamirSplitSecret.getInstance(Algorithm.AES,
                new ShamirSplitSecretShare[]{share(one), share(other)}).getSecret();
    }

    private static ShamirSplitSecretShare share(KitCard card) {
        return new ShamirSplitSecretShare(Arrays.copyOf(card.share(), 32), card.share()[32] & 0xff);
    }

    private static List<KitCard> cards(Fields kit) throws Damaged {
        var cards = new ArrayList<KitCard>();
        for (Fields card : kit.objects("cards"))
            cards.add(KitCard.read(card.text("text")));
        assertEquals(Base64Url.encode(cards.getFirst().share()),
                Base64Url.encode(Base64Url.decode(kit.objects("cards").getFirst().text("share"), 33)));
        return cards;
    }

    private static List<Fields> cases() throws IOException, Damaged {
        try (var in = KitCardTest.class.getResourceAsStream("/vectors/kit.json")) {
            if (in == null)
                throw new IOException("no vectors");
            return Fields.of(in.readAllBytes()).objects("cases");
        }
    }
}
