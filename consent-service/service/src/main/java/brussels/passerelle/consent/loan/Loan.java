package brussels.passerelle.consent.loan;

import brussels.passerelle.consent.log.Event;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.loan.Rights;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A loan as the server must know it to enforce it: parties, window, rights. Which papers: {@link LoanItem}. */
@Entity
@Table(name = "loan")
public class Loan {
    @Id
    @Column(name = "loan")
    String id;
    String account;
    String agency;
    @Column(name = "function")
    String functionId;
    String holder;
    @Column(name = "holder_key")
    String holderKey;
    String actions;
    @Column(name = "starts")
    Instant from;
    @Column(name = "ends")
    Instant until;
    State state;
    @Column(name = "given")
    Instant givenAt;
    @Column(name = "ended")
    @Nullable
    Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    Loan() {}

    Loan(NewLoan asked, String account, Instant now) {
        this.id = asked.loan();
        this.account = account;
        this.agency = asked.agency();
        this.functionId = asked.function();
        this.holder = asked.holder();
        this.holderKey = asked.holderKey();
        this.actions = asked.rights().notation();
        this.from = asked.from();
        this.until = asked.until();
        this.state = State.GIVEN;
        this.givenAt = now;
    }

    public String id() {
        return id;
    }

    /** Whose loan it is; never leaves the server. */
    public String account() {
        return account;
    }

    /** The holder's pairwise id for this agency. */
    public String holder() {
        return holder;
    }

    /** The holder's pairwise public key, a JWK in canonical JSON. */
    public String holderKey() {
        return holderKey;
    }

    /** The state at a moment, whatever was written down so far. */
    public State state(Instant now) {
        return state.at(now, until);
    }

    public Instant from() {
        return from;
    }

    public Instant until() {
        return until;
    }

    public List<String> actions() {
        try {
            return Rights.ofNotation(actions).actions();
        } catch (Damaged impossible) {
            throw new IllegalStateException("a loan's rights are checked when it is made", impossible);
        }
    }

    /** When it ended or ran out, if it is over at this moment. */
    public @Nullable Instant endedAt(Instant now) {
        return switch (state(now)) {
            case ENDED -> endedAt;
            case EXPIRED -> until;
            case OFFERED, GIVEN, PAUSED -> null;
        };
    }

    public Event.Party party() {
        return new Event.Party(id, agency, functionId);
    }

    /** Ends or expires it; the table decides whether that can be. */
    void close(State.Act act, Instant at) {
        state = state.after(act).orElseThrow();
        endedAt = at;
    }
}
