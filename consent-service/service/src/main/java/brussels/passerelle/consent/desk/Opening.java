package brussels.passerelle.consent.desk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** That a worker opened a paper. Its content may be read, in parts or again, for a while: one opening, one log entry. */
@Entity
@Table(name = "opening")
class Opening {
    @Id
    @Column(name = "opening")
    String id;
    String loan;
    String account;
    String paper;
    int version;
    long size;
    String hash;
    String worker;
    @Nullable
    String request;
    Instant at;

    @SuppressWarnings("NullAway.Init")
    Opening() {}
}
