package brussels.passerelle.consent.door;

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
import java.util.regex.Pattern;

/** A sign-in secret that an account wants from now on. Its text form leaves the secret out. Pure. */
record NewSecret(String authSecret, String jws) {
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");
    private static final Duration FRESH = Duration.ofMinutes(5);

    static NewSecret parse(byte[] json) {
        try {
            var in = Fields.of(json);
            var secret = new NewSecret(in.text("authSecret"), in.text("jws"));
            in.end();
            if (SECRET.matcher(secret.authSecret).matches()) {
                return secret;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_INPUT.refused();
    }

    /** When the account signed it. Refuses with badKeyset what is not signed by it, for this secret, within five minutes. */
    Instant signedAt(String account, ECKey signing, Instant now) {
        try {
            var in = Fields.of(Signed.verify(SignedType.SIGN_IN, jws, signing)).suite1();
            in.expect("account", account);
            in.expect("hash", hash());
            var at = in.time("at");
            in.end();
            if (Duration.between(at, now).abs().compareTo(FRESH) <= 0) {
                return at;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_KEYSET.refused();
    }

    private String hash() {
        try {
            return Base64Url.encode(
                    MessageDigest.getInstance("SHA-256").digest(authSecret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public String toString() {
        return "NewSecret";
    }
}
