package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;

/// That the holder of a recovery code wants the masks of an account to end now.
public record Lift(String account, Instant at) {

    /// The text to send.
    ///
    /// @param door the code's, private
    public String sign(ECKey door) {
        return Signed.sign(SignedType.LIFT,
                Json.bytes(Json.object("suite", 1, "account", account, "at", Fields.time(at))), door);
    }

    /// Reads one that this door signed.
    public static Lift verify(String jws, ECKey door) throws Damaged {
        var fields = Fields.of(Signed.verify(SignedType.LIFT, jws, door)).suite1();
        var lift = new Lift(fields.name("account"), fields.time("at"));
        fields.end();
        return lift;
    }
}
