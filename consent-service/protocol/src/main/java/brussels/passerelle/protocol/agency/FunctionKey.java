package brussels.passerelle.protocol.agency;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;

/// A function's private key, handed by the root to one member.
///
/// @param member the member's account
/// @param key    private
public record FunctionKey(String agency, String function, KeyUse use, String member, ECKey key) {

    /// Signs with the root and seals to the member.
    ///
    /// @param root   private
    /// @param member the encryption key of the member's account card, public
    public String seal(ECKey root, ECKey member) {
        String signed = Signed.sign(SignedType.FUNCTION_KEY,
                Json.bytes(Json.object("suite", 1, "agency", agency, "function",
                        function, "use", use.notation(), "member", this.member, "key", P256.privateJwk(key))),
                root);
        return Sealed.to(SealedType.FUNCTION_KEY, signed.getBytes(StandardCharsets.US_ASCII), member);
    }

    /// What the server checks without reading.
    public static void checkShape(String jwe) throws Damaged {
        Sealed.shape(SealedType.FUNCTION_KEY, jwe);
    }

    /// Opens what was handed to this member.
    ///
    /// @param account    the member's account
    /// @param encryption the member's encryption key, private
    /// @param root       the agency's root key, public: nobody else may hand over its keys
    public static FunctionKey open(String jwe, String account, ECKey encryption, ECKey root) throws Damaged {
        byte[] signed = Sealed.open(SealedType.FUNCTION_KEY, jwe, encryption);
        var in = Fields.of(Signed.verify(SignedType.FUNCTION_KEY, new String(signed, StandardCharsets.US_ASCII), root))
                .suite1();
        in.expect("member", account);
        var key = new FunctionKey(in.name("agency"), in.name("function"), KeyUse.of(in.text("use")), account,
                in.privateKey("key"));
        in.end();
        return key;
    }

    @Override
    public String toString() {
        return "FunctionKey " + agency + " " + function;
    }
}
