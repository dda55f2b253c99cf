package brussels.passerelle.consent.harness;

import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The body of a new loan, of one paper version unless changed. What is sealed is nonsense: the server cannot know. */
public record Lendable(String loan, String agency, String function, String paper, int version, String jwe,
        String recipient, Instant from, Instant until, List<String> actions) {
    private static final ECKey SOMEBODY = P256.generate();
    private static final ECKey PAIRWISE = P256.generate();

    public static String newId() {
        return Secret.randomId();
    }

    public static Lendable oneVersion(String paper) {
        return of("nowhere", "accueil", SOMEBODY, paper);
    }

    /** A loan for an hour, to look, sealed to this key. */
    public static Lendable of(String agency, String function, ECKey to, String paper) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Lendable(newId(), agency, function, paper, 1, seal(to), P256.thumbprint(to), now,
                now.plusSeconds(3600), List.of("look"));
    }

    public Lendable within(Instant start, Instant end) {
        return new Lendable(loan, agency, function, paper, version, jwe, recipient, start, end, actions);
    }

    public Lendable withSealed(String text) {
        return new Lendable(loan, agency, function, paper, version, text, recipient, from, until, actions);
    }

    public Lendable ofVersion(int other) {
        return new Lendable(loan, agency, function, paper, other, jwe, recipient, from, until, actions);
    }

    public Lendable toFunction(String other) {
        return new Lendable(loan, agency, other, paper, version, jwe, recipient, from, until, actions);
    }

    public Lendable again() {
        return new Lendable(newId(), agency, function, paper, version, jwe, recipient, from, until, actions);
    }

    public String json() {
        return Json.write(Json.object("loan", loan, "agency", agency, "function", function, "holder", newId(),
                "holderKey", P256.publicJwk(PAIRWISE), "actions", actions, "from", from.toString(), "until",
                until.toString(), "items",
                List.of(Json.object("paper", paper, "version", version, "jwe", jwe))));
    }

    /** Sealed texts that must be refused: other type, other algorithms, no key id, half a text. */
    public List<String> misshapen() {
        return List.of(Sealed.to(SealedType.FUNCTION_KEY, payload(), SOMEBODY),
                jwe("passerelle-loan+jwe", JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM, true),
                jwe("passerelle-loan+jwe", JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A128GCM, true),
                jwe("passerelle-loan+jwe", JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM, false),
                jwe("passerelle-manifest+jwe", JWEAlgorithm.ECDH_ES_A256KW, EncryptionMethod.A256GCM, true),
                jwe.substring(0, jwe.lastIndexOf('.')), jwe + "A", "", "....", "x".repeat(9_000));
    }

    private static String seal(ECKey to) {
        return Sealed.to(SealedType.LOAN, payload(), to);
    }

    private static byte[] payload() {
        return "sealed".getBytes(StandardCharsets.US_ASCII);
    }

    private static String jwe(String typ, JWEAlgorithm alg, EncryptionMethod enc, boolean kid) {
        try {
            var header = new JWEHeader.Builder(alg, enc).type(new JOSEObjectType(typ));
            if (kid) {
                header.keyID(P256.thumbprint(SOMEBODY));
            }
            var jwe = new JWEObject(header.build(), new Payload(payload()));
            jwe.encrypt(new ECDHEncrypter(SOMEBODY.toPublicJWK()));
            return jwe.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
