package brussels.passerelle.consent.arrival;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something sent to an account. Its id is that of the paper it brings, if it brings one. */
@Entity
@Table(name = "arrival")
public class Arrival {
    /** Its life: bytes first, then the sealed text that makes it one, then the holder's word. */
    enum State {
        SENDING,
        PENDING,
        ACCEPTED,
        REFUSED;

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    @Id
    @Column(name = "arrival")
    String id;
    String account;
    String act;
    @Nullable
    String mandate;
    @Nullable
    String address;
    @Nullable
    String agency;
    @Column(name = "function")
    @Nullable
    String functionId;
    String sender;
    String called;
    @Nullable
    Long size;
    @Nullable
    String hash;
    /** Sealed to the holder; gone once decided. */
    @Nullable
    String jwe;
    /** The same, sealed to the helper who sent it. */
    @Nullable
    String copy;
    String state;
    Instant at;

    @SuppressWarnings("NullAway.Init")
    Arrival() {}

    Arrival(String id, String account, Origin from, Instant at) {
        this.id = id;
        this.account = account;
        this.act = from.act().text();
        this.sender = from.sender();
        this.called = from.called();
        this.mandate = from.mandate();
        this.address = from.address();
        this.agency = from.agency();
        this.functionId = from.function();
        this.state = State.SENDING.text();
        this.at = at;
    }

    public String id() {
        return id;
    }

    public String act() {
        return act;
    }

    public @Nullable String copy() {
        return copy;
    }

    public Instant at() {
        return at;
    }

    boolean is(State wanted) {
        return state.equals(wanted.text());
    }

    /** Whether these two come the same way from the same sender. */
    boolean sameWay(String toAccount, Origin from) {
        return account.equals(toAccount) && new Origin(Act.of(act).orElseThrow(), sender, called, mandate, address,
                agency, functionId).equals(from);
    }
}
