package brussels.passerelle.consent.log;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The place the sequencer gave to a leaf. */
@Entity
@Table(name = "log_place")
class LogPlace {
    @Id
    long place;
    long leaf;
}
