package brussels.passerelle.edge.problem;

/** Carries a {@link Failure} from where it is known to the one mapper. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Failure failure;

    Refused(Failure failure) {
        // No stack trace: a refusal is an answer, not an accident.
        super(failure.problem(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
