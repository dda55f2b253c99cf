package brussels.passerelle.consent.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** The one kit of an account. It is never changed: another wait or another organisation is another kit. */
@Entity
@Table(name = "kit")
class StoredKit {
    @Id
    String account;
    String kit;
    String slot;
    /** The server's own share; leaves by {@link Recover#open} and no other way. */
    String share;
    int days;
    @Column(name = "first_agency")
    String firstAgency;
    @Column(name = "second_agency")
    String secondAgency;
    @Column(name = "first_check")
    String firstCheck;
    @Column(name = "second_check")
    String secondCheck;
    @Column(name = "third_check")
    String thirdCheck;
    Instant made;

    @SuppressWarnings("NullAway.Init")
    StoredKit() {}

    StoredKit(String account, NewKit made, Instant at) {
        this.account = account;
        this.kit = made.kit();
        this.slot = made.slot();
        this.share = made.share();
        this.days = made.days();
        this.firstAgency = made.agencies().get(0);
        this.secondAgency = made.agencies().get(1);
        this.firstCheck = made.checks().get(0);
        this.secondCheck = made.checks().get(1);
        this.thirdCheck = made.checks().get(2);
        this.made = at;
    }

    List<String> agencies() {
        return List.of(firstAgency, secondAgency);
    }

    /** Whether the proof is of this card of this kit. */
    boolean recognises(ShownCard shown) {
        return kit.equals(shown.kit()) && Proof.fits(shown.proof(), switch (shown.card()) {
            case 1 -> firstCheck;
            case 2 -> secondCheck;
            default -> thirdCheck;
        });
    }

    /** The organisation that keeps the card; empty for the holder's own. */
    String keeper(int card) {
        return switch (card) {
            case 2 -> firstAgency;
            case 3 -> secondAgency;
            default -> "";
        };
    }
}
