package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;

/// Compact JWS with ES256 (RFC 7515, 7518 section 3.4). Both values of s are accepted, as the RFC does.
public final class Signed {
    private Signed() {}

    /// Signs exact bytes; they come back unchanged from [#verify]
    public static String sign(SignedType type, byte[] payload, ECKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(type.typ()));
        if (type.members().contains("jwk"))
            header.jwk(key.toPublicJWK());
        if (type.members().contains("kid"))
            header.keyID(P256.thumbprint(key));
        try {
            var jws = new JWSObject(header.build(), new Payload(payload));
            jws.sign(new ECDSASigner(key));
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /// The payload, when the text is exactly of this type and signed by this key.
    public static byte[] verify(SignedType type, String text, ECKey key) throws Damaged {
        var header = header(type, text);
        if (header.has("kid"))
            header.expect("kid", P256.thumbprint(key));
        if (header.has("jwk") && !P256.same(header.publicKey("jwk"), key))
            throw new Damaged();
        try {
            var jws = JWSObject.parse(text);
            if (!jws.verify(new ECDSAVerifier(key)))
                throw new Damaged();
            return jws.getPayload().toBytes();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException e) {
            throw new Damaged();
        }
    }

    /// The key that a text of a self-describing type claims to be signed by; [#verify] with it proves only possession.
    public static ECKey claimedKey(SignedType type, String text) throws Damaged {
        return header(type, text).publicKey("jwk");
    }

    /// The payload before anything is proven, for a card that carries the very key it is to be verified with.
    public static byte[] unproven(SignedType type, String text) throws Damaged {
        header(type, text);
        return Base64Url.decode(text.split("\\.", -1)[1]);
    }

    private static Fields header(SignedType type, String text) throws Damaged {
        var header = Compact.parse(text, 3, type.members()).header();
        header.expect("typ", type.typ());
        header.expect("alg", "ES256");
        return header;
    }
}
