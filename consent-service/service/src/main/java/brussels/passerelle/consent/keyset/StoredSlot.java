package brussels.passerelle.consent.keyset;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A way to open an account, as its slot list names it, and when it last did. */
@Entity
@Table(name = "slot")
class StoredSlot {
    /** Whose, and which. */
    @Embeddable
    record Key(String account, String slot) {}

    @EmbeddedId
    Key key;
    int place;
    String kind;
    Instant created;
    @Nullable
    Instant used;

    @SuppressWarnings("NullAway.Init")
    StoredSlot() {}
}
