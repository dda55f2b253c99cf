package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;

/// The public keys of an account, signed by its own signing key: proves that whoever made it holds that key, not who they are.
///
/// @param account    the identity provider's `sub`
/// @param signing    ES256, public
/// @param encryption ECDH-ES, public
public record AccountCard(String account, ECKey signing, ECKey encryption) {

    public static AccountCard verify(String jws) throws Damaged {
        var card = read(Signed.unproven(SignedType.ACCOUNT, jws));
        Signed.verify(SignedType.ACCOUNT, jws, card.signing());
        return card;
    }

    /// @param key the private half of [#signing()]
    String sign(ECKey key) {
        return Signed.sign(SignedType.ACCOUNT, Json.bytes(Json.object("suite", 1, "account", account, "signing",
                P256.publicJwk(signing), "encryption", P256.publicJwk(encryption))), key);
    }

    private static AccountCard read(byte[] payload) throws Damaged {
        var fields = Fields.of(payload).suite1();
        var card = new AccountCard(fields.name("account"), fields.publicKey("signing"), fields.publicKey("encryption"));
        fields.end();
        return card;
    }
}
