package brussels.passerelle.consent.door;

import brussels.passerelle.consent.account.IdentityProvider;
import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The keys whose signature signs an account in, as the identity provider knows them. */
@Singleton
public class Doors {
    private final IdentityProvider provider;

    /** A public P-256 key and the kind of slot it belongs to. */
    public record Door(String kind, ECKey key) {
        String attribute() {
            return String.join("|", P256.thumbprint(key), kind, key.getX().toString(), key.getY().toString());
        }
    }

    @Inject
    Doors(IdentityProvider provider) {
        this.provider = provider;
    }

    /**
     * Makes these doors, and no others, the account's. The last act of a transaction: when the provider does not answer, the
     * refusal signInUnavailable rolls it back, and the same request sent again completes both.
     */
    public void keep(String account, List<Door> doors) {
        provider.setDoors(account, doors.stream().map(Door::attribute).sorted().toList());
    }
}
