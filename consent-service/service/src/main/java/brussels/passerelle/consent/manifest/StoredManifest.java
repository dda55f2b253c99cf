package brussels.passerelle.consent.manifest;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The newest manifest of a view, as it was sent. */
@Entity
@Table(name = "manifest")
public class StoredManifest {
    /** Whose, and of which view. */
    @Embeddable
    public record Key(String account, int view) {}

    @EmbeddedId
    Key key;
    int version;
    String body;
    Instant changed;

    @SuppressWarnings("NullAway.Init")
    StoredManifest() {}

    public StoredManifest(Key key, int version, String body, Instant changed) {
        this.key = key;
        this.version = version;
        this.body = body;
        this.changed = changed;
    }

    public int version() {
        return version;
    }

    /** Compact JWE. */
    public String body() {
        return body;
    }
}
