package brussels.passerelle.consent.account;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** An account as it is asked for. Its text form leaves the secret out. Pure. */
record NewAccount(String username, String authSecret) {
    /** A pseudonym of 2 to 32 letters or digits of any script, single hyphens inside, and the client's random suffix. */
    private static final Pattern USERNAME = Pattern
            .compile("(?=.{2,32}-\\d{3}-\\d{3}$)[\\p{L}\\p{M}\\p{N}]+(?:-[\\p{L}\\p{M}\\p{N}]+)*-[0-9]{3}-[0-9]{3}");
    private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");

    static NewAccount parse(byte[] json) {
        try {
            var in = Fields.of(json);
            var account = new NewAccount(in.text("username"), in.text("authSecret"));
            in.end();
            if (account.isWellFormed()) {
                return account;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_INPUT.refused();
    }

    private boolean isWellFormed() {
        return username.length() <= 64 && USERNAME.matcher(username).matches()
                && Normalizer.normalize(username, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).equals(username)
                && SECRET.matcher(authSecret).matches();
    }

    @Override
    public String toString() {
        return "NewAccount";
    }
}
