package brussels.passerelle.registry.search;

/** Why an offer answers the question, one part of the question at a time. Codes are notations of the vocabulary. */
public sealed interface Reason {
    /** It meets this need, asked for by name or by a wider one. */
    record MeetsNeed(String need) implements Reason {}

    record IsIn(String commune) implements Reason {}

    /** A team that comes to this commune. */
    record ComesTo(String commune) implements Reason {}

    /** In this commune, at an address told by phone only. */
    record HiddenIn(String commune) implements Reason {}

    record Receives(String target) implements Reason {}

    record ReceivesEveryone() implements Reason {}

    /** A word of the question, and the word it was found as. */
    record Says(String asked, String found, boolean exactly) implements Reason {}
}
