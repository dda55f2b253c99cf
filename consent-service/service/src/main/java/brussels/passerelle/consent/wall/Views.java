package brussels.passerelle.consent.wall;

import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Which view shows what. Everything that makes a thing of a holder's says so here, in the same transaction. */
@Singleton
public class Views {
    @PersistenceContext
    EntityManager database;

    /** Shows a new thing in every live view of the account, whoever is calling. */
    public void show(String account, String object) {
        call("view_show", account, object);
    }

    /**
     * Waits for a mask that is being set, and then demands that the caller's view is still the current one: what a closed
     * session was still sending must not appear under the mask.
     *
     * @throws brussels.passerelle.edge.problem.Refused sessionClosed
     */
    public void stay() {
        if (!(Boolean) database.createNativeQuery("select view_stays()").getSingleResult()) {
            throw Failure.Plain.SESSION_CLOSED.refused();
        }
    }

    /** Forgets a thing that is gone for good, in every view. */
    public void forget(String account, String object) {
        database.flush();
        call("view_forget", account, object);
    }

    /** Whether the caller's view shows it. */
    public boolean shows(String object) {
        return (Boolean) database.createNativeQuery("select wall_shows(:object)").setParameter("object", object)
                .getSingleResult();
    }

    /** The number of the view the caller is in: 0 is the root. Never told to anybody. */
    public int current() {
        return (Integer) database.createNativeQuery("select wall_view()").getSingleResult();
    }

    /** Holds the account's views as they are until the transaction ends; new things wait. */
    public void lock(String account) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:account, 5))")
                .setParameter("account", account).getSingleResult();
    }

    private void call(String function, String account, String object) {
        database.createNativeQuery("select 1 from " + function + "(:account, :object)").setParameter("account", account)
                .setParameter("object", object).getSingleResult();
    }
}
