package brussels.passerelle.consent.recovery;

import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Counts a card that is the kit's. The second one starts the wait; a card that was shown before changes nothing. */
@Singleton
class Showing {
    private static final int ENOUGH = 2;
    private final Recoveries recoveries;

    @Inject
    Showing(Recoveries recoveries) {
        this.recoveries = recoveries;
    }

    /** Whether it was new. Refuses a card that is not the kit's, and any card once it is over. */
    boolean show(Recover.Found found, StoredKit kit, ShownCard shown) {
        demand(found, Stage.Act.CARD);
        if (!kit.recognises(shown)) {
            throw Failure.Plain.CARD_REFUSED.refused();
        }
        if (found.cards().stream().anyMatch(card -> card.card == shown.card())) {
            return false;
        }
        recoveries.add(new RecoveryCard(found.recovery().name, kit.account, shown, found.now()));
        if (found.cards().size() + 1 == ENOUGH) {
            found.recovery().complete = found.now();
        }
        return true;
    }

    void demand(Recover.Found found, Stage.Act act) {
        if (found.course().may(act, found.now())) {
            return;
        }
        throw switch (found.course().stage(found.now())) {
            case STOPPED, EXPIRED -> Failure.Plain.RECOVERY_OVER.refused();
            case STARTED, ONE_CARD, WAITING, READY, OPENED -> Failure.Plain.RECOVERY_WAITS.refused();
        };
    }
}
