package brussels.passerelle.consent.wall;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What the caller's view shows. Queries start from it, so that their time depends on what is shown, not on what is there. */
@Entity
@Table(name = "shown")
public class Shown {
    @Id
    String object;

    @SuppressWarnings("NullAway.Init")
    Shown() {}
}
