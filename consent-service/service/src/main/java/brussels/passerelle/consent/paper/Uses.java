package brussels.passerelle.consent.paper;

/** Whatever still uses a paper, and must end before the paper goes. */
public interface Uses {
    /** In the caller's transaction. */
    void endAllOf(String paper, String account);
}
