package brussels.passerelle.edge.access;

/** Asked once per request, before anything is done or repeated: whether the session of a valid token is still open. */
public interface SessionGate {
    /**
     * Returns when it is.
     *
     * @throws brussels.passerelle.edge.problem.Refused sessionClosed
     */
    void pass(Caller caller);
}
