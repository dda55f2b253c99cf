package brussels.passerelle.consent.erase;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;

/** The holder's signed wish to erase the wallet; later, as a receipt, all that is left of it. Pure. */
record Wish(String jws) {
    private static final Duration FRESH = Duration.ofMinutes(5);

    static Wish parse(byte[] json) {
        try {
            var in = Fields.of(json);
            var wish = new Wish(in.text("jws"));
            in.end();
            return wish;
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    /** Refuses with badKeyset what this account's own key did not sign just now. */
    void demand(String account, ECKey signing, Instant now) {
        try {
            var in = Fields.of(Signed.verify(SignedType.ERASE, jws, signing)).suite1();
            in.expect("account", account);
            var at = in.time("at");
            in.end();
            if (Duration.between(at, now).abs().compareTo(FRESH) <= 0) {
                return;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_KEYSET.refused();
    }

    /** What the public log says of it: SHA-256 of the text, base64url. */
    String receipt() {
        try {
            return Base64Url
                    .encode(MessageDigest.getInstance("SHA-256").digest(jws.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
