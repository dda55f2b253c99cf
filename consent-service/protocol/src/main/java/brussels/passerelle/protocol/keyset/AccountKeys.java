package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.Hkdf;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import com.nimbusds.jose.jwk.ECKey;

/// The secrets of an account.
///
/// @param signing      ES256, private
/// @param encryption   ECDH-ES, private
/// @param pairwiseSeed 32 bytes, from which the holder's face toward each agency is derived
public record AccountKeys(String account, ECKey signing, ECKey encryption,
        Secret pairwiseSeed) implements AutoCloseable {

    static AccountKeys fresh(String account) {
        return new AccountKeys(account, P256.generate(), P256.generate(), Secret.random(32));
    }

    public AccountCard card() {
        return new AccountCard(account, signing.toPublicJWK(), encryption.toPublicJWK());
    }

    String seal(Secret master) {
        byte[] payload = Json.bytes(
                Json.object("suite", 1, "account", account, "signing", P256.privateJwk(signing), "encryption",
                        P256.privateJwk(encryption), "pairwiseSeed", Base64Url.encode(pairwiseSeed.bytes())));
        try (var key = Hkdf.derive(master, "passerelle/1/keys", 32)) {
            return Sealed.direct(SealedType.KEYS, payload, key);
        }
    }

    static AccountKeys open(String jwe, Secret master) throws Damaged {
        try (var key = Hkdf.derive(master, "passerelle/1/keys", 32)) {
            var fields = Fields.of(Sealed.openDirect(SealedType.KEYS, jwe, key)).suite1();
            var keys = new AccountKeys(fields.name("account"), fields.privateKey("signing"),
                    fields.privateKey("encryption"), Secret.of(fields.bytes("pairwiseSeed", 32)));
            fields.end();
            return keys;
        }
    }

    @Override
    public void close() {
        pairwiseSeed.close();
    }

    @Override
    public String toString() {
        return "AccountKeys";
    }
}
