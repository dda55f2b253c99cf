package brussels.passerelle.protocol.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.protocol.Damaged;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

/// T3 on every kind of sealed text, T12 on every header.
class JoseTest {
    private static final byte[] PAYLOAD = "{\"suite\":1}".getBytes(UTF_8);
    private final ECKey key = P256.generate();
    private final Secret secret = Secret.random(32);

    @Test
    void everyFlippedByteOfEverySealedTextIsRefused() throws Damaged {
        for (SealedType type : SealedType.values()) {
            String text = seal(type);
            assertArrayEquals(PAYLOAD, open(type, text));
            for (int at = 0; at < text.length(); at++) {
                var flipped = new StringBuilder(text);
                flipped.setCharAt(at, (char) (text.charAt(at) ^ 1 << at % 6));
                assertThrows(Damaged.class, () -> open(type, flipped.toString()), type + " at " + at);
            }
        }
    }

    /// The last character of each part has bits that mean nothing; a lenient reader would not notice a change there.
    @Test
    void unusedBitsCount() {
        for (SealedType type : SealedType.values()) {
            String[] parts = seal(type).split("\\.", -1);
            for (int part = 0; part < parts.length; part++) {
                if (parts[part].isEmpty())
                    continue;
                for (char last : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".toCharArray()) {
                    String was = parts[part];
                    String other = was.substring(0, was.length() - 1) + last;
                    if (other.equals(was))
                        continue;
                    parts[part] = other;
                    String text = String.join(".", parts);
                    assertThrows(Damaged.class, () -> open(type, text));
                    parts[part] = was;
                }
            }
        }
    }

    @Test
    void everyFlippedByteOfEverySignedTextIsRefused() throws Damaged {
        for (SignedType type : SignedType.values()) {
            String text = Signed.sign(type, PAYLOAD, key);
            assertArrayEquals(PAYLOAD, Signed.verify(type, text, key));
            for (int at = 0; at < text.length(); at++) {
                var flipped = new StringBuilder(text);
                flipped.setCharAt(at, (char) (text.charAt(at) ^ 1));
                assertThrows(Damaged.class, () -> Signed.verify(type, flipped.toString(), key), type + " at " + at);
            }
        }
    }

    @Test
    void oneTypeIsNotTakenForAnother() {
        for (SealedType sealed : SealedType.values()) {
            for (SealedType wanted : SealedType.values()) {
                if (sealed != wanted)
                    assertThrows(Damaged.class, () -> open(wanted, seal(sealed)));
            }
        }
        for (SignedType signed : SignedType.values()) {
            for (SignedType wanted : SignedType.values()) {
                if (signed == wanted)
                    continue;
                assertThrows(Damaged.class, () -> Signed.verify(wanted, Signed.sign(signed, PAYLOAD, key), key));
            }
        }
    }

    @Test
    void otherAlgorithmsAreRefused() throws Exception { // T12
        var hs256 = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType("passerelle-slots+jws"))
                        .build(),
                new Payload(PAYLOAD));
        hs256.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(UTF_8)));
        assertThrows(Damaged.class, () -> Signed.verify(SignedType.SLOTS, hs256.serialize(), key));
        String none = Base64Url.encode("{\"alg\":\"none\",\"typ\":\"passerelle-slots+jws\"}".getBytes(UTF_8)) + "."
                + Base64Url.encode(PAYLOAD) + ".";
        assertThrows(Damaged.class, () -> Signed.verify(SignedType.SLOTS, none, key));
        var capital = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("Passerelle-slots+jws")).build(), new Payload(PAYLOAD));
        capital.sign(new ECDSASigner(key));
        assertThrows(Damaged.class, () -> Signed.verify(SignedType.SLOTS, capital.serialize(), key));
        var extra = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("passerelle-slots+jws")).jwk(key.toPublicJWK()).build(), new Payload(PAYLOAD));
        extra.sign(new ECDSASigner(key));
        assertThrows(Damaged.class, () -> Signed.verify(SignedType.SLOTS, extra.serialize(), key));
    }

    @Test
    void bothValuesOfSAreAccepted() throws Damaged {
        String text = Signed.sign(SignedType.SLOTS, PAYLOAD, key);
        int dot = text.lastIndexOf('.');
        byte[] signature = Base64Url.decode(text.substring(dot + 1));
        var s = P256.order().subtract(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)));
        System.arraycopy(BigIntegers.asUnsignedByteArray(32, s), 0, signature, 32, 32);
        Signed.verify(SignedType.SLOTS, text.substring(0, dot + 1) + Base64Url.encode(signature), key);
        byte[] zeros = new byte[64];
        assertThrows(Damaged.class,
                () -> Signed.verify(SignedType.SLOTS, text.substring(0, dot + 1) + Base64Url.encode(zeros), key));
    }

    @Test
    void keysAreCheckedWhenRead() {
        var other = P256.generate();
        var mixed = P256.privateJwk(key);
        mixed.put("d", other.getD().toString());
        assertThrows(Damaged.class, () -> P256.readPrivate(Fields.of(mixed)), "halves that do not belong together");
        var off = P256.publicJwk(key);
        off.put("y", other.getY().toString());
        assertThrows(Damaged.class, () -> P256.readPublic(Fields.of(off)), "a point off the curve");
        assertThrows(Damaged.class, () -> P256.readPublic(Fields.of(P256.privateJwk(key))),
                "a private key in the open");
        var small = P256.publicJwk(key);
        small.put("crv", "P-384");
        assertThrows(Damaged.class, () -> P256.readPublic(Fields.of(small)));
        var zero = P256.privateJwk(key);
        zero.put("d", Base64Url.encode(new byte[32]));
        assertThrows(Damaged.class, () -> P256.readPrivate(Fields.of(zero)));
    }

    private String seal(SealedType type) {
        return type.way() == SealedType.Way.DIRECT
                ? Sealed.direct(type, PAYLOAD, secret)
                : Sealed.to(type, PAYLOAD, key);
    }

    private byte[] open(SealedType type, String text) throws Damaged {
        return type.way() == SealedType.Way.DIRECT
                ? Sealed.openDirect(type, text, secret)
                : Sealed.open(type, text, key);
    }
}
