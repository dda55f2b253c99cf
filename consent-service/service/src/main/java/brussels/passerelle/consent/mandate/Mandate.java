package brussels.passerelle.consent.mandate;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.mandate.Right;
import brussels.passerelle.protocol.mandate.WrittenMandate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mandate as it is enforced; {@code jws} is what both sides read. */
@Entity
@Table(name = "mandate")
class Mandate {
    @Id
    @Column(name = "mandate")
    String id;
    String account;
    String helper;
    @Column(name = "helper_name")
    String helperName;
    int version;
    String rights;
    @Column(name = "starts")
    Instant from;
    @Column(name = "ends")
    Instant until;
    String jws;
    @Nullable
    String pin;
    @Column(name = "given")
    Instant givenAt;
    @Column(name = "ended")
    @Nullable
    Instant endedAt;
    /** When it was written down that its time had passed: that time. */
    @Column(name = "expired")
    @Nullable
    Instant expiredAt;

    @SuppressWarnings("NullAway.Init")
    Mandate() {}

    Mandate(WrittenMandate written, String jws, Instant now) {
        this.id = written.mandate();
        this.account = written.holder();
        this.helper = written.helper();
        this.helperName = written.helperName();
        this.givenAt = now;
        write(written, jws);
    }

    /** The newest text counts. */
    final void write(WrittenMandate written, String text) {
        version = written.version();
        rights = String.join(",", Right.notations(written.rights()));
        from = written.from();
        until = written.until();
        jws = text;
    }

    Set<Right> rights() {
        try {
            return Right.of(rightTexts());
        } catch (Damaged impossible) {
            throw new IllegalStateException("a mandate's rights are checked when it is given", impossible);
        }
    }

    List<String> rightTexts() {
        return List.of(rights.split(",", -1));
    }

    /** As the API writes it: {@code given}, {@code expired} or {@code ended}. */
    String state(Instant now) {
        return endedAt != null ? "ended" : now.isBefore(until) ? "given" : "expired";
    }
}
