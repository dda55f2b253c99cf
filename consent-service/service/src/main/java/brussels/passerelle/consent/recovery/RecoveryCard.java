package brussels.passerelle.consent.recovery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** A card that was shown and recognised, with its share sealed to whoever is recovering. */
@Entity
@Table(name = "recovery_card")
@IdClass(RecoveryCard.Key.class)
class RecoveryCard {
    @Id
    String recovery;
    @Id
    int card;
    String account;
    String sealed;
    Instant at;

    /** One row per card: shown twice, it counts once. */
    record Key(String recovery, int card) implements Serializable {}

    @SuppressWarnings("NullAway.Init")
    RecoveryCard() {}

    RecoveryCard(String recovery, String account, ShownCard shown, Instant at) {
        this.recovery = recovery;
        this.card = shown.card();
        this.account = account;
        this.sealed = shown.sealed();
        this.at = at;
    }
}
