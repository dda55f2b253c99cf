package brussels.passerelle.consent.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What the last token said of an account, and its public card. Written by the wall and by the keyset. */
@Entity
@Table(name = "account")
public class Account {
    @Id
    @Column(name = "account")
    String id;
    String username;
    @Nullable
    String organisation;
    @Nullable
    String team;
    @Nullable
    String card;

    @SuppressWarnings("NullAway.Init")
    Account() {}

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public @Nullable String team() {
        return team;
    }

    /** The account's public keys, signed; empty until it has a keyset. */
    public String card() {
        return card == null ? "" : card;
    }
}
