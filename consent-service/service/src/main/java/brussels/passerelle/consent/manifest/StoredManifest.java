package brussels.passerelle.consent.manifest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The newest manifest of an account, as it was sent. */
@Entity
@Table(name = "manifest")
class StoredManifest {
    @Id
    String account;
    int version;
    String body;
    Instant changed;

    @SuppressWarnings("NullAway.Init")
    StoredManifest() {}
}
