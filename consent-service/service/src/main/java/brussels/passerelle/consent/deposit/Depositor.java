package brussels.passerelle.consent.deposit;

import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;

/** A worker and the desk they deposit for, as the token names them. */
record Depositor(Caller worker, String agency, String function) {

    /** Who has no desk finds nothing here. */
    static Depositor of(Caller caller) {
        if (caller.organisation() == null || caller.team() == null) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return new Depositor(caller, caller.organisation(), caller.team());
    }
}
