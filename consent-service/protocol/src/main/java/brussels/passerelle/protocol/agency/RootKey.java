package brussels.passerelle.protocol.agency;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import com.nimbusds.jose.jwk.ECKey;

/// An agency's root key, kept by each administrator under their own encryption key.
///
/// @param key ES256, private
public record RootKey(String agency, ECKey key) {

    public static RootKey create(String agency) {
        return new RootKey(agency, P256.generate());
    }

    /// Seals to an administrator.
    ///
    /// @param administrator the encryption key of the administrator's account card, public
    public String seal(ECKey administrator) {
        return Sealed.to(SealedType.ROOT_KEY,
                Json.bytes(Json.object("suite", 1, "agency", agency, "key", P256.privateJwk(key))), administrator);
    }

    /// What the server checks without reading.
    public static void checkShape(String jwe) throws Damaged {
        Sealed.shape(SealedType.ROOT_KEY, jwe);
    }

    /// Opens an administrator's copy. It is not signed: hold its public half against the published root before using it.
    public static RootKey open(String jwe, String agency, ECKey administrator) throws Damaged {
        var in = Fields.of(Sealed.open(SealedType.ROOT_KEY, jwe, administrator)).suite1();
        in.expect("agency", agency);
        var root = new RootKey(agency, in.privateKey("key"));
        in.end();
        return root;
    }

    @Override
    public String toString() {
        return "RootKey " + agency;
    }
}
