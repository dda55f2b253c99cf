package brussels.passerelle.consent.keyset;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The one key set of an account; {@code body} is what is served. */
@Entity
@Table(name = "keyset")
class StoredKeyset {
    @Id
    String account;
    int version;
    /** Thumbprint of the signing key, which stays. */
    String signing;
    String body;
    Instant changed;

    @SuppressWarnings("NullAway.Init")
    StoredKeyset() {}
}
