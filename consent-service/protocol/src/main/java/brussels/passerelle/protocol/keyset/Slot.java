package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A slot that its secret has opened: its private key, and the anchor, the account's signing key as the slot's maker knew it.
///
/// @param key    ECDH-ES, private
/// @param anchor ES256, public
record Slot(String account, String slot, String kind, ECKey key, ECKey anchor) {
    static final String PASSPHRASE = "passphrase";

    Wrapped wrap(Secret secret, @Nullable ECKey door) {
        return new Wrapped(slot, Sealed.direct(SealedType.SLOT, Json.bytes(Json.object("suite", 1, "account", account,
                "slot", slot, "kind", kind, "key", P256.privateJwk(key), "anchor", P256.publicJwk(anchor))), secret),
                door == null ? null : door.toPublicJWK());
    }

    static Slot unwrap(Wrapped wrapped, Secret secret) throws Damaged {
        if (wrapped.jwe() == null)
            throw new Damaged();
        var fields = Fields.of(Sealed.openDirect(SealedType.SLOT, wrapped.jwe(), secret)).suite1();
        var slot = new Slot(fields.name("account"), fields.id("slot"), fields.name("kind"), fields.privateKey("key"),
                fields.publicKey("anchor"));
        fields.end();
        if (!slot.slot().equals(wrapped.slot()))
            throw new Damaged();
        return slot;
    }

    /// Seals a view's half to a slot, signed by the account so that nobody else can give it another one (T2).
    static SlotText sealHalf(SlotList.Entry to, AccountKeys keys, String view, Secret half) {
        String signed = Signed.sign(SignedType.HALF,
                Json.bytes(Json.object("suite", 1, "account", keys.account(), "view", view,
                        "slot", to.slot(), "half", Base64Url.encode(half.bytes()))),
                keys.signing());
        return new SlotText(to.slot(), Sealed.to(SealedType.SEALED, ascii(signed), to.key()));
    }

    Secret openHalf(View view) throws Damaged {
        for (SlotText sealed : view.sealed()) {
            if (sealed.slot().equals(slot))
                return openHalf(view.view(), sealed.jwe());
        }
        throw new Damaged();
    }

    private Secret openHalf(String view, String jwe) throws Damaged {
        String signed = ascii(Sealed.open(SealedType.SEALED, jwe, key));
        var fields = Fields.of(Signed.verify(SignedType.HALF, signed, anchor)).suite1();
        fields.expect("account", account);
        fields.expect("view", view);
        fields.expect("slot", slot);
        var half = Secret.of(fields.bytes("half", 32));
        fields.end();
        return half;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String ascii(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
