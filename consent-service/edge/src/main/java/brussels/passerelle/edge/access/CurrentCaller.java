package brussels.passerelle.edge.access;

import brussels.passerelle.edge.problem.Failure;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;

    void set(Caller known) {
        caller = known;
    }

    public Optional<Caller> find() {
        return Optional.ofNullable(caller);
    }

    /** The caller, or the refusal {@code sessionEnded}. */
    public Caller get() {
        return find().orElseThrow(Failure.Plain.SESSION_ENDED::refused);
    }
}
