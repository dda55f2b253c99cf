package brussels.passerelle.consent.harness;

import brussels.passerelle.protocol.agency.FunctionKey;
import brussels.passerelle.protocol.agency.KeyStatement;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.agency.RootKey;
import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An agency with one function, {@code accueil}, whose keys the registry of this world publishes. */
public record Agency(String id, ECKey root, ECKey encryption, ECKey signing) {
    public static final String FUNCTION = "accueil";

    public static Agency published() {
        var id = "agency-" + UUID.randomUUID();
        var agency = new Agency(id, RootKey.create(id).key(), P256.generate(), P256.generate());
        Surroundings.world().publish(agency.keys());
        return agency;
    }

    public PublishedKeys keys() {
        return new PublishedKeys(id, root.toPublicJWK(), List.of(new PublishedKeys.PublishedFunction(FUNCTION,
                Map.of("fr", "Accueil"), List.of(statement(encryption, KeyUse.ENC), statement(signing, KeyUse.SIG)))));
    }

    public Person worker() {
        return Person.worker(id, FUNCTION);
    }

    public Person administrator() {
        return Person.administrator(id);
    }

    /** A loan to this agency's function. */
    public Lendable lendable(String paper) {
        return Lendable.of(id, FUNCTION, encryption.toPublicJWK(), paper);
    }

    /** A function key handed to a member, as an administrator's client makes it. */
    public String handed(String member, ECKey card) {
        return new FunctionKey(id, FUNCTION, KeyUse.ENC, member, encryption).seal(root, card);
    }

    private String statement(ECKey key, KeyUse use) {
        return new KeyStatement(id, new KeyStatement.Function(FUNCTION), use, key.toPublicJWK(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS), null).sign(root);
    }
}
