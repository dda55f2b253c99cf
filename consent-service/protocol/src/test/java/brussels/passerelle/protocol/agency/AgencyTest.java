package brussels.passerelle.protocol.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.PublishedKeys.PublishedFunction;
import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AgencyTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private final RootKey root = RootKey.create("cpas-molenbeek");
    private final ECKey enc = P256.generate();
    private final ECKey sig = P256.generate();
    private final ECKey member = P256.generate();

    @Test
    void publishedKeysComeBackProven() throws Damaged {
        var published = PublishedKeys.parse(published("cpas-molenbeek", "accueil", root.key()).json());
        published.verify();
        assertEquals(P256.thumbprint(enc), P256.thumbprint(published.keys("accueil").encryption().key()));
        assertEquals(P256.thumbprint(sig), P256.thumbprint(published.keys("accueil").signing().key()));
        assertEquals(P256.thumbprint(root.key()), published.rootThumbprint());
        assertThrows(Damaged.class, () -> published.keys("logement"));
    }

    @Test
    void keysTheRootDidNotSignAreRefused() { // T1, T14: the registry substitutes a key
        assertThrows(Damaged.class, () -> published("cpas-molenbeek", "accueil", P256.generate()).verify());
        assertThrows(Damaged.class, () -> published("abri-du-canal", "accueil", root.key()).verify(),
                "another agency's");
        assertThrows(Damaged.class, () -> published("cpas-molenbeek", "logement", root.key()).verify(),
                "another function's");
    }

    @Test
    void statementsAreOneForEachUse() {
        var both = published("cpas-molenbeek", "accueil", root.key()).functions().getFirst().statements();
        for (var statements : List.of(both.reversed(), List.of(both.get(0), both.get(0)), both.subList(0, 1),
                List.of(both.get(0), both.get(1), both.get(1)))) {
            assertThrows(Damaged.class, () -> with("accueil", statements).verify());
        }
        var twice = new PublishedKeys("cpas-molenbeek", root.key().toPublicJWK(),
                List.of(new PublishedFunction("accueil", Map.of(), both),
                        new PublishedFunction("accueil", Map.of(), both)));
        assertThrows(Damaged.class, twice::verify);
    }

    @Test
    void aMembersStatementIsNotAFunctions() throws Damaged {
        var statement = new KeyStatement("cpas-molenbeek", new KeyStatement.Member("accueil"), KeyUse.ENC,
                enc.toPublicJWK(),
                NOW, P256.thumbprint(sig));
        assertEquals(statement, KeyStatement.verify(statement.sign(root.key()), root.key().toPublicJWK()));
        var sigStatement = statement("cpas-molenbeek", KeyUse.SIG, sig, root.key());
        assertThrows(Damaged.class, () -> with("accueil", List.of(statement.sign(root.key()), sigStatement)).verify());
    }

    @Test
    void onlyTheMemberOpensAndOnlyTheRootHands() throws Damaged {
        var handed = new FunctionKey("cpas-molenbeek", "accueil", KeyUse.ENC, "account", enc);
        String jwe = handed.seal(root.key(), member.toPublicJWK());
        FunctionKey.checkShape(jwe);
        var opened = FunctionKey.open(jwe, "account", member, root.key().toPublicJWK());
        assertEquals(P256.thumbprint(enc), P256.thumbprint(opened.key()));
        assertThrows(Damaged.class, () -> FunctionKey.open(jwe, "account", P256.generate(), root.key().toPublicJWK()));
        assertThrows(Damaged.class, () -> FunctionKey.open(jwe, "other", member, root.key().toPublicJWK()));
        String byServer = handed.seal(P256.generate(), member.toPublicJWK());
        assertThrows(Damaged.class, () -> FunctionKey.open(byServer, "account", member, root.key().toPublicJWK()));
    }

    @Test
    void administratorsKeepTheRoot() throws Damaged {
        String jwe = root.seal(member.toPublicJWK());
        RootKey.checkShape(jwe);
        assertEquals(P256.thumbprint(root.key()), P256.thumbprint(RootKey.open(jwe, "cpas-molenbeek", member).key()));
        assertThrows(Damaged.class, () -> RootKey.open(jwe, "abri-du-canal", member));
        assertThrows(Damaged.class, () -> FunctionKey.checkShape(jwe));
    }

    private PublishedKeys published(String agency, String function, ECKey signer) {
        return with("accueil", List.of(statement(agency, function, KeyUse.ENC, enc, signer),
                statement(agency, function, KeyUse.SIG, sig, signer)));
    }

    private PublishedKeys with(String function, List<String> statements) {
        return new PublishedKeys("cpas-molenbeek", root.key().toPublicJWK(),
                List.of(new PublishedFunction(function, Map.of("fr", "Accueil"), statements)));
    }

    private static String statement(String agency, KeyUse use, ECKey key, ECKey signer) {
        return statement(agency, "accueil", use, key, signer);
    }

    private static String statement(String agency, String function, KeyUse use, ECKey key, ECKey signer) {
        return new KeyStatement(agency, new KeyStatement.Function(function), use, key.toPublicJWK(), NOW, null)
                .sign(signer);
    }
}
