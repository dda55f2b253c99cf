package brussels.passerelle.consent.log;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That the caller's view shows an event. */
@Entity
@Table(name = "shown_event")
class ShownEvent {
    @Id
    long leaf;
}
