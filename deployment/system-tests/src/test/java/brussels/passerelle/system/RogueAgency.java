package brussels.passerelle.system;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import brussels.passerelle.protocol.agency.KeyStatement;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.jose.P256;

/** Somebody who would like to read what is lent to an agency, and publishes flawless keys in its name. */
final class RogueAgency {
    private RogueAgency() {}

    static String keys(String agency, String function) {
        var root = P256.generate();
        var made = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var statements = List.of(KeyUse.ENC, KeyUse.SIG).stream()
                .map(use -> new KeyStatement(agency, new KeyStatement.Function(function), use, P256.generate(), made,
                        null))
                .map(statement -> statement.sign(root)).toList();
        var desk = new PublishedKeys.PublishedFunction(function, Map.of("fr", "Accueil", "ar", "Accueil"), statements);
        return new String(new PublishedKeys(agency, root.toPublicJWK(), List.of(desk)).json(), StandardCharsets.UTF_8);
    }
}
