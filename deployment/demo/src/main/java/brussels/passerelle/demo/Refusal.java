package brussels.passerelle.demo;

/** Something the person at the terminal can put right; the message says what. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }
}
