package brussels.passerelle.consent.paper;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** One version of a paper. Ids belong to their account: the same id in two wallets is two papers. */
@Entity
@Table(name = "paper")
public class StoredPaper {
    /** Whose, which, and which version. */
    @Embeddable
    public record Key(String account, String paper, int version) {}

    @EmbeddedId
    Key key;
    long size;
    String hash;
    @Column(name = "stored")
    Instant storedAt;

    @SuppressWarnings("NullAway.Init")
    StoredPaper() {}

    StoredPaper(Key key, long size, String hash, Instant storedAt) {
        this.key = key;
        this.size = size;
        this.hash = hash;
        this.storedAt = storedAt;
    }

    public long size() {
        return size;
    }

    /** SHA-256 of the ciphertext, base64url. */
    public String hash() {
        return hash;
    }
}
