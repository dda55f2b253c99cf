package brussels.passerelle.consent.desk;

import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;

/** A function of an agency, as the caller's token names it. */
record Desk(Caller worker, String agency, String function) {

    /** The caller's desk; who has none finds nothing here. */
    static Desk of(Caller caller) {
        if (caller.organisation() == null || caller.team() == null) {
            throw Failure.Plain.NOT_FOUND.refused();
        }
        return new Desk(caller, caller.organisation(), caller.team());
    }
}
