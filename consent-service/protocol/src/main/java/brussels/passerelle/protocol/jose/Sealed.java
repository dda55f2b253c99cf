package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;

/// Compact JWE with A256GCM (RFC 7516). The header is part of what is authenticated, so no byte of the text can change.
///
/// General JSON JWE is not used: the libraries of both sides write one-recipient files that nobody can read back.
public final class Sealed {
    private Sealed() {}

    /// Seals under a key both sides have (32 bytes).
    public static String direct(SealedType type, byte[] payload, Secret key) {
        try {
            return seal(header(type).build(), payload, new DirectEncrypter(key.bytes()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /// Seals to the reader's public key.
    public static String to(SealedType type, byte[] payload, ECKey reader) {
        var header = header(type);
        if (type.way().members().contains("kid"))
            header.keyID(P256.thumbprint(reader));
        try {
            return seal(header.build(), payload, new ECDHEncrypter(reader.toPublicJWK()));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    public static byte[] openDirect(SealedType type, String text, Secret key) throws Damaged {
        shape(type, text);
        try {
            return open(text, new DirectDecrypter(key.bytes()));
        } catch (JOSEException e) {
            throw new Damaged();
        }
    }

    public static byte[] open(SealedType type, String text, ECKey reader) throws Damaged {
        var header = shape(type, text);
        if (header.has("kid"))
            header.expect("kid", P256.thumbprint(reader));
        try {
            return open(text, new ECDHDecrypter(reader));
        } catch (JOSEException e) {
            throw new Damaged();
        }
    }

    /// What the server can check of a text it cannot read: exact header, a point on the curve, lengths. Returns the header,
    /// whose `kid`, where the type has one, names the reader's key.
    public static Fields shape(SealedType type, String text) throws Damaged {
        boolean direct = type.way() == SealedType.Way.DIRECT;
        var compact = Compact.parse(text, 5, type.way().members());
        var header = compact.header();
        header.expect("typ", type.typ());
        header.expect("alg", type.way().alg);
        header.expect("enc", "A256GCM");
        if (!direct)
            header.publicKey("epk");
        if (header.has("kid"))
            header.hash("kid");
        Base64Url.decode(compact.parts().get(1), direct ? 0 : 40);
        Base64Url.decode(compact.parts().get(2), 12);
        Base64Url.decode(compact.parts().get(4), 16);
        return header;
    }

    private static JWEHeader.Builder header(SealedType type) {
        return new JWEHeader.Builder(JWEAlgorithm.parse(type.way().alg), EncryptionMethod.A256GCM)
                .type(new JOSEObjectType(type.typ()));
    }

    private static String seal(JWEHeader header, byte[] payload, JWEEncrypter with) throws JOSEException {
        var jwe = new JWEObject(header, new Payload(payload));
        jwe.encrypt(with);
        return jwe.serialize();
    }

    private static byte[] open(String text, JWEDecrypter with) throws Damaged {
        try {
            var jwe = JWEObject.parse(text);
            jwe.decrypt(with);
            return jwe.getPayload().toBytes();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw new Damaged();
        }
    }
}
