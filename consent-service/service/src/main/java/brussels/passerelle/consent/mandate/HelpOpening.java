package brussels.passerelle.consent.mandate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a helper opened a paper; its content may be read, in parts or again, for a while. */
@Entity
@Table(name = "help_opening")
class HelpOpening {
    @Id
    @Column(name = "opening")
    String id;
    String mandate;
    String account;
    String paper;
    int version;
    String action;
    long size;
    String hash;
    String helper;
    Instant at;

    @SuppressWarnings("NullAway.Init")
    HelpOpening() {}
}
