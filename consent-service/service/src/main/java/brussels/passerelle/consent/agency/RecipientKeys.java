package brussels.passerelle.consent.agency;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.jose.P256;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which keys papers may be lent to: those the agency publishes now, remembered for half a minute. */
@Singleton
public class RecipientKeys {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST = 2_000;
    private final Registry registry;
    private final TellKeys tell;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(Optional<PublishedKeys> keys, Instant at) {}

    @Inject
    RecipientKeys(Registry registry, TellKeys tell, Clock clock) {
        this.registry = registry;
        this.tell = tell;
        this.clock = clock;
    }

    /** Refuses with {@code unknownRecipientKey} unless this is the function's published encryption key. */
    public void demand(String agency, String function, String thumbprint) {
        var remembered = known.get(agency);
        if (remembered != null && remembered.at.isAfter(clock.instant().minus(FRESH))
                && isFor(remembered.keys, function, thumbprint)) {
            return;
        }
        if (!isFor(refresh(agency), function, thumbprint)) {
            throw Failure.Plain.UNKNOWN_RECIPIENT_KEY.refused();
        }
    }

    /** Reads the registry again; what is new goes into the log for everybody before anything is lent to it. */
    Optional<PublishedKeys> refresh(String agency) {
        var keys = registry.keys(agency);
        keys.ifPresent(tell::tell);
        if (known.size() > MOST) {
            known.clear();
        }
        known.put(agency, new Known(keys, clock.instant()));
        return keys;
    }

    private static boolean isFor(Optional<PublishedKeys> keys, String function, String thumbprint) {
        return keys.map(published -> {
            try {
                return P256.thumbprint(published.keys(function).encryption().key()).equals(thumbprint);
            } catch (Damaged noSuchFunction) {
                return false;
            }
        }).orElse(false);
    }
}
