package brussels.passerelle.consent.recovery;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.kit.FreshKeys;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody's way back to a wallet; without account and kit where there is none, which nobody can tell. */
@Entity
@Table(name = "recovery")
class Recovery {
    @Id
    @Column(name = "recovery")
    String name;
    @Nullable
    String account;
    @Nullable
    String kit;
    /** Of the kit when this began: what happens to the kit later changes nothing. */
    int days;
    String signing;
    String encryption;
    Instant started;
    @Nullable
    Instant complete;
    @Nullable
    Instant opened;
    @Nullable
    Instant stopped;
    /** The holder was told, and said so. */
    boolean noted;

    @SuppressWarnings("NullAway.Init")
    Recovery() {}

    Recovery(FreshKeys keys, @Nullable StoredKit kit, Instant now) {
        this.name = keys.name();
        this.account = kit == null ? null : kit.account;
        this.kit = kit == null ? null : kit.kit;
        this.days = kit == null ? 0 : kit.days;
        this.signing = Json.write(P256.publicJwk(keys.signing()));
        this.encryption = Json.write(P256.publicJwk(keys.encryption()));
        this.started = now;
    }

    Course course(int cards) {
        return new Course(days, started, cards, complete, opened, stopped);
    }

    ECKey signing() {
        return key(signing);
    }

    ECKey encryption() {
        return key(encryption);
    }

    private static ECKey key(String jwk) {
        try {
            return P256.readPublic(Fields.of(jwk.getBytes(StandardCharsets.UTF_8)));
        } catch (Damaged impossible) {
            throw new IllegalStateException("keys are checked when a recovery begins", impossible);
        }
    }
}
