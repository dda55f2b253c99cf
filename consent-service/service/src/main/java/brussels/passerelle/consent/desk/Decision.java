package brussels.passerelle.consent.desk;

import java.util.Locale;

/** What the opening policy answers. */
public sealed interface Decision {

    /** Open it. */
    record Permit() implements Decision {}

    /** Do not, and say why. */
    record Deny(Reason reason) implements Decision {}

    /** Why not; the names are part of the API. */
    enum Reason {
        LOAN_ENDED,
        LOAN_EXPIRED,
        LOAN_NOT_STARTED,
        LOAN_PAUSED,
        NOT_IN_LOAN,
        ACTION_NOT_ALLOWED;

        /** As the API and the log write it, such as {@code loanEnded}. */
        public String text() {
            var words = name().toLowerCase(Locale.ROOT).split("_", -1);
            var text = new StringBuilder(words[0]);
            for (var i = 1; i < words.length; i++) {
                text.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
            }
            return text.toString();
        }
    }
}
