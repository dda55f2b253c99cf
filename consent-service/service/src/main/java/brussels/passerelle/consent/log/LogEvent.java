package brussels.passerelle.consent.log;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event as its account may read it; written by {@link Book} only. */
@Entity
@Table(name = "log_event")
@SuppressWarnings("NullAway.Init")
class LogEvent {
    @Id
    long leaf;
    String account;
    byte[] salt;
    String event;
    Instant at;
}
