package brussels.passerelle.consent.desk;

import brussels.passerelle.consent.desk.Decision.Deny;
import brussels.passerelle.consent.desk.Decision.Permit;
import brussels.passerelle.consent.desk.Decision.Reason;
import brussels.passerelle.consent.loan.State;
import java.time.Instant;
import java.util.List;

/** May this desk open this paper now? Pure; what no line permits is denied. */
final class OpeningPolicy {
    private OpeningPolicy() {}

    /**
     * Everything the decision depends on.
     *
     * @param state as it is at {@code now}, expiry included
     * @param inLoan whether the loan names this version of this paper and still has its sealed key
     */
    record Facts(State state, Instant from, List<String> actions, boolean inLoan, String action, Instant now) {}

    static Decision decide(Facts facts) {
        return switch (facts.state) {
            case ENDED -> new Deny(Reason.LOAN_ENDED);
            case EXPIRED -> new Deny(Reason.LOAN_EXPIRED);
            case PAUSED -> new Deny(Reason.LOAN_PAUSED);
            case OFFERED -> new Deny(Reason.LOAN_NOT_STARTED);
            case GIVEN -> given(facts);
        };
    }

    private static Decision given(Facts facts) {
        if (facts.now.isBefore(facts.from)) {
            return new Deny(Reason.LOAN_NOT_STARTED);
        }
        if (!facts.inLoan) {
            return new Deny(Reason.NOT_IN_LOAN);
        }
        return facts.actions.contains(facts.action) ? new Permit() : new Deny(Reason.ACTION_NOT_ALLOWED);
    }
}
