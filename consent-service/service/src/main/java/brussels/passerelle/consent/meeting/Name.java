package brussels.passerelle.consent.meeting;

import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Secret;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How a meeting is called: by its id, which a QR code carries, or by a code short enough to type. Pure. */
sealed interface Name {
    /** Crockford's base 32: no letter that looks like another or like a digit. */
    String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    Pattern CODE = Pattern.compile("[" + ALPHABET + "]{8}");
    Pattern ID = Pattern.compile(Base64Url.ID);
    SecureRandom CHANCE = new SecureRandom();

    /** 16 random bytes: whoever knows one was told it. */
    record Id(String text) implements Name {}

    /** 40 random bits: worth guessing only for who may guess without end. */
    record Code(String text) implements Name {}

    /** Neither. */
    record Unknown() implements Name {}

    static Name parse(String text) {
        return ID.matcher(text).matches()
                ? new Id(text)
                : CODE.matcher(text).matches() ? new Code(text) : new Unknown();
    }

    static Id newId() {
        return new Id(Secret.randomId());
    }

    static Code newCode() {
        return new Code(CHANCE.ints(8, 0, ALPHABET.length()).mapToObj(at -> ALPHABET.substring(at, at + 1))
                .collect(Collectors.joining()));
    }
}
