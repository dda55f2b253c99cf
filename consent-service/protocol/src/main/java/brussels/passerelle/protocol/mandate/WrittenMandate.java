package brussels.passerelle.protocol.mandate;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.Set;

/// A mandate as its text says it.
///
/// @param version    from 1, one more at every change
/// @param holder     account
/// @param holderName how the holder is called toward the helper
/// @param helper     account
/// @param helperName how the holder's log calls the helper
/// @param signing    the helper's key that signs what they send, public
/// @param encryption the helper's key that things are sealed to, public
/// @param to         the holder's key that what is sent is sealed to, public
public record WrittenMandate(String mandate, int version, String holder, String holderName, String helper,
        String helperName, ECKey signing, ECKey encryption, ECKey to, Set<Right> rights, Instant from, Instant until) {
    private static final int LONGEST_NAME = 80;

    /// Reads a mandate that this key signed.
    public static WrittenMandate verify(String jws, ECKey holderKey) throws Damaged {
        var in = Fields.of(Signed.verify(SignedType.MANDATE, jws, holderKey)).suite1();
        var mandate = new WrittenMandate(in.id("mandate"), in.version("version"), in.name("holder"),
                called(in.text("holderName")), in.name("helper"), called(in.text("helperName")),
                in.publicKey("signing"),
                in.publicKey("encryption"), in.publicKey("to"), Right.of(in.texts("rights")), in.time("from"),
                in.time("until"));
        in.end();
        if (!mandate.until.isAfter(mandate.from))
            throw new Damaged();
        return mandate;
    }

    /// The key a mandate says it is signed by: proves possession only, until it is held against the account's.
    public static ECKey claimedKey(String jws) throws Damaged {
        return Signed.claimedKey(SignedType.MANDATE, jws);
    }

    public String sign(ECKey holderKey) {
        return Signed.sign(SignedType.MANDATE, Json.bytes(Json.object("suite", 1, "mandate", mandate, "version",
                version, "holder", holder, "holderName", holderName, "helper", helper, "helperName", helperName,
                "signing",
                P256.publicJwk(signing), "encryption", P256.publicJwk(encryption), "to", P256.publicJwk(to), "rights",
                Right.notations(rights),
                "from",
                Fields.time(from), "until", Fields.time(until))), holderKey);
    }

    private static String called(String name) throws Damaged {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl))
            throw new Damaged();
        return name;
    }
}
