package brussels.passerelle.protocol.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoanTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private final Secret seed = Secret.random(32);
    private final Pairwise holder = Pairwise.of(seed, "cpas-molenbeek");
    private final ECKey function = P256.generate();
    private final LoanTerms terms = new LoanTerms(Secret.randomId(), "cpas-molenbeek", "accueil", holder.id(),
            Rights.LOOK,
            NOW, NOW.plusSeconds(86400));
    private final PaperVersion paper = new PaperVersion(Secret.randomId(), 2);

    @Test
    void theRecipientReadsWhatTheHolderWrote() throws Damaged {
        var item = item(terms);
        var sealed = SealedLoan.parse(SealedLoan.seal(item, holder, function.toPublicJWK()).text());
        assertEquals(P256.thumbprint(function), sealed.recipient());
        assertEquals(item, sealed.open(function, terms, holder.key().toPublicJWK(), paper));
        assertTrue(sealed.text().length() < 2500, "length " + sealed.text().length());
    }

    @Test
    void nobodyElseReadsIt() { // T13, re-addressed
        var sealed = seal(item(terms), holder);
        assertThrows(Damaged.class, () -> sealed.open(P256.generate(), terms, holder.key().toPublicJWK(), paper));
    }

    @Test
    void whatTheServerSaysMustBeWhatTheHolderSigned() { // T6, T9, T13: swapped, framed, prolonged, widened
        var sealed = seal(item(terms), holder);
        var stranger = Pairwise.of(Secret.random(32), "cpas-molenbeek");
        var others = List.of(
                new LoanTerms(Secret.randomId(), terms.agency(), terms.function(), terms.holder(), terms.rights(),
                        terms.from(),
                        terms.until()),
                new LoanTerms(terms.loan(), "abri-du-canal", terms.function(), terms.holder(), terms.rights(),
                        terms.from(),
                        terms.until()),
                new LoanTerms(terms.loan(), terms.agency(), "logement", terms.holder(), terms.rights(), terms.from(),
                        terms.until()),
                new LoanTerms(terms.loan(), terms.agency(), terms.function(), stranger.id(), terms.rights(),
                        terms.from(),
                        terms.until()),
                new LoanTerms(terms.loan(), terms.agency(), terms.function(), terms.holder(), Rights.SAVE, terms.from(),
                        terms.until()),
                new LoanTerms(terms.loan(), terms.agency(), terms.function(), terms.holder(), terms.rights(),
                        terms.from().minusSeconds(1), terms.until()),
                new LoanTerms(terms.loan(), terms.agency(), terms.function(), terms.holder(), terms.rights(),
                        terms.from(),
                        terms.until().plusSeconds(1)));
        for (var other : others) {
            assertThrows(Damaged.class, () -> sealed.open(function, other, holder.key().toPublicJWK(), paper));
        }
        var publicKey = holder.key().toPublicJWK();
        assertThrows(Damaged.class, () -> sealed.open(function, terms, stranger.key().toPublicJWK(), paper));
        assertThrows(Damaged.class, () -> sealed.open(function, terms, publicKey, new PaperVersion(paper.paper(), 3)));
        assertThrows(Damaged.class,
                () -> sealed.open(function, terms, publicKey, new PaperVersion(Secret.randomId(), 2)));
    }

    @Test
    void anItemSignedByAnotherIsNotTheHolders() { // T9: whoever has the function's public key can seal to it
        var forger = Pairwise.of(Secret.random(32), "cpas-molenbeek");
        var forged = seal(item(terms), forger);
        assertThrows(Damaged.class, () -> forged.open(function, terms, holder.key().toPublicJWK(), paper));
    }

    @Test
    void agenciesCannotCompareTheirHolders() {
        var again = Pairwise.of(seed, "cpas-molenbeek");
        var elsewhere = Pairwise.of(seed, "abri-du-canal");
        assertEquals(holder.id(), again.id());
        assertEquals(P256.thumbprint(holder.key()), P256.thumbprint(again.key()));
        assertNotEquals(holder.id(), elsewhere.id());
        assertNotEquals(P256.thumbprint(holder.key()), P256.thumbprint(elsewhere.key()));
    }

    @Test
    void actionsHaveOneSpelling() throws Damaged {
        assertEquals(Rights.SAVE, Rights.ofActions(List.of("look", "save")));
        for (var actions : List.of(List.<String>of(), List.of("save"), List.of("save", "look"),
                List.of("look", "look"))) {
            assertThrows(Damaged.class, () -> Rights.ofActions(actions));
        }
    }

    private SealedLoan seal(LoanItem item, Pairwise signer) {
        return SealedLoan.seal(item, signer, function.toPublicJWK());
    }

    private LoanItem item(LoanTerms of) {
        String hash = Base64Url.encode(new byte[32]);
        return new LoanItem(of, paper, hash, 1234, "application/pdf", new LoanItem.Shown("Bail", "lease", null),
                "housingSearch", hash);
    }
}
