package brussels.passerelle.consent.agency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A function's private key, sealed to one member by an administrator's client. */
@Entity
@Table(name = "handed_key")
public class HandedKey {
    /** To whom, for what. */
    @Embeddable
    public record Key(String agency, @Column(name = "function") String functionId, String account, int place) {}

    @EmbeddedId
    Key key;
    @Column(name = "use")
    String purpose;
    String jwe;

    @SuppressWarnings("NullAway.Init")
    HandedKey() {}

    HandedKey(Key key, String purpose, String jwe) {
        this.key = key;
        this.purpose = purpose;
        this.jwe = jwe;
    }

    public Key key() {
        return key;
    }

    /** {@code enc} or {@code sig}. */
    public String use() {
        return purpose;
    }

    public String jwe() {
        return jwe;
    }
}
