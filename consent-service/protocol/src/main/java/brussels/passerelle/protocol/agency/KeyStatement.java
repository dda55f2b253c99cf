package brussels.passerelle.protocol.agency;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The root says: this key is ours, for this.
///
/// @param key      public
/// @param replaces thumbprint of the key this one follows, null for the first
public record KeyStatement(String agency, Party party, KeyUse use, ECKey key, Instant created,
        @Nullable String replaces) {

    /// Whose key it is.
    public sealed interface Party {
        String id();
    }

    /// A function (team) of the agency.
    public record Function(String id) implements Party {}

    /// A worker by account.
    public record Member(String id) implements Party {}

    public String sign(ECKey root) {
        return Signed.sign(SignedType.AGENCY_KEY, Json.bytes(
                Json.object("suite", 1, "agency", agency, party instanceof Member ? "member" : "function", party.id(),
                        "use",
                        use.notation(), "key", P256.publicJwk(key), "created", Fields.time(created), "replaces",
                        replaces)),
                root);
    }

    /// Verifies a statement.
    ///
    /// @param root the agency's root key, public, from wherever it is pinned
    public static KeyStatement verify(String jws, ECKey root) throws Damaged {
        var in = Fields.of(Signed.verify(SignedType.AGENCY_KEY, jws, root)).suite1();
        Party party = in.has("member") ? new Member(in.name("member")) : new Function(in.name("function"));
        String replaces = in.textOrNull("replaces");
        var statement = new KeyStatement(in.name("agency"), party, KeyUse.of(in.text("use")), in.publicKey("key"),
                in.time("created"), replaces == null ? null : in.hash("replaces"));
        in.end();
        return statement;
    }
}
