package brussels.passerelle.consent.keyset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The key set of an account without its views; {@code body} is served joined with the view that is current. */
@Entity
@Table(name = "keyset")
class StoredKeyset {
    @Id
    String account;
    int version;
    /** Thumbprint of the signing key, which stays. */
    String signing;
    /** Version of the slot list; an older one is refused. */
    int listed;
    String body;
    Instant changed;

    @SuppressWarnings("NullAway.Init")
    StoredKeyset() {}
}
