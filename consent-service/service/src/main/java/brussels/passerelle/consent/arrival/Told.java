package brussels.passerelle.consent.arrival;

/** Whoever keeps a sender's side of an arrival and may be told what became of it. */
public interface Told {
    /**
     * In the caller's transaction, and only when the holder wants it.
     *
     * @param answer {@code accepted} or {@code refused}
     */
    void tell(String arrival, String answer);
}
