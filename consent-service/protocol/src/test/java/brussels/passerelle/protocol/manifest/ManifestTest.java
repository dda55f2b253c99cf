package brussels.passerelle.protocol.manifest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.loan.Rights;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private final Unlocked wallet = Unlocked.create("account", Secret.random(32), NOW).unlocked();

    @Test
    void comesBackWhole() throws Damaged {
        var manifest = full();
        var sealed = SealedManifest.parse(SealedManifest.seal(manifest, wallet).text());
        assertEquals(manifest, sealed.open(wallet, manifest.version()));
    }

    @Test
    void anOlderOneIsRefused() throws Damaged { // T8
        var first = SealedManifest.seal(Manifest.empty("account", wallet.view()), wallet);
        assertEquals(1, first.open(wallet, 1).version());
        assertThrows(Damaged.class, () -> first.open(wallet, 2));
    }

    @Test
    void anotherWalletsOrViewsIsRefused() {
        var other = Unlocked.create("account", Secret.random(32), NOW).unlocked();
        var foreign = SealedManifest.seal(Manifest.empty("account", other.view()), other);
        assertThrows(Damaged.class, () -> foreign.open(wallet, 0));
        for (var manifest : List.of(Manifest.empty("other", wallet.view()),
                Manifest.empty("account", Secret.randomId()))) {
            var sealed = SealedManifest.seal(manifest, wallet);
            assertThrows(Damaged.class, () -> sealed.open(wallet, 0));
        }
    }

    @Test
    void oneNotSignedByTheAccountIsRefused() { // whoever learns a view's key cannot write for the account
        String signed = Signed.sign(SignedType.MANIFEST, Manifest.empty("account", wallet.view()).json(),
                P256.generate());
        String text = Sealed.direct(SealedType.MANIFEST, signed.getBytes(US_ASCII), wallet.manifestKey());
        assertThrows(Damaged.class, () -> new SealedManifest(text).open(wallet, 0));
    }

    @Test
    void oneMoreLetterDoesNotShow() {
        var lengths = IntStream.range(0, 40)
                .map(i -> SealedManifest.seal(titled("x".repeat(i)), wallet).text().length());
        assertTrue(lengths.distinct().count() <= 4, "40 titles, four lengths at most");
    }

    @Test
    void aThousandPapersAreOneText() throws Damaged {
        var papers = IntStream.range(0, 1000).mapToObj(i -> paper("Paper " + i)).toList();
        var manifest = new Manifest("account", wallet.view(), 7, null, null, papers, List.of(), List.of(), List.of(),
                Arrangements.NONE);
        assertEquals(1000, SealedManifest.seal(manifest, wallet).open(wallet, 7).papers().size());
    }

    private Manifest titled(String title) {
        return new Manifest("account", wallet.view(), 1, null, null, List.of(paper(title)), List.of(), List.of(),
                List.of(), Arrangements.NONE);
    }

    private Manifest full() {
        String hash = Base64Url.encode(new byte[32]);
        var plain = paper("Carte d’identité");
        var rich = new Paper(Secret.randomId(), 3, "بطاقة", "identityCard", "2026-01-02", "2030-01-02", "note",
                "chez Samira",
                "application/pdf", 0, hash, hash, NOW, new Paper.Thumbnail(Secret.randomId(), 4),
                new Origin(List.of(new Origin.Earlier(2, hash, hash, 12, "image/png", NOW)),
                        new Origin.Deposit("cpas-molenbeek", "CPAS", "worker", NOW),
                        new Origin.Helper(Secret.randomId(), "Samira")));
        var note = new LoanNote(Secret.randomId(), "cpas-molenbeek", "CPAS", "accueil", "Accueil", "openRights",
                Rights.SAVE,
                NOW, NOW.plusSeconds(60), List.of(rich.id()));
        return new Manifest("account", wallet.view(), 5, hash, "checkpoint\n", List.of(plain, rich),
                List.of(new Block(Secret.randomId(), 1, hash, hash)), List.of(note),
                List.of(new KnownAgency("cpas-molenbeek", hash)), arrangements(plain.id()));
    }

    private static Arrangements arrangements(String paper) {
        var mandate = new Mandate(Secret.randomId(), "helper", "Samira", P256.generate().toPublicJWK(),
                P256.generate().toPublicJWK(), List.of("add", "print"), NOW, NOW.plusSeconds(7200),
                List.of(Secret.randomId()));
        var kit = new Kit(Secret.randomId(), Secret.randomId(), 7, NOW,
                List.of(new Kit.Keeper("cpas-molenbeek", "CPAS"), new Kit.Keeper("abri-du-canal", "Abri")));
        return new Arrangements(List.of(paper),
                List.of(new MaskNote(Secret.randomId(), NOW.plusSeconds(3600), List.of(paper))), List.of(mandate), kit,
                List.of(new Arrangements.Unfinished(Secret.randomId(), "Bail", NOW)));
    }

    /** Files of before the arrangements are read, and come back with them. */
    @Test
    void whatIsOlderStaysReadable() throws Damaged {
        var old = "{\"suite\":1,\"account\":\"account\",\"view\":\"" + wallet.view()
                + "\",\"version\":1,\"previous\":null,\"checkpoint\":null,\"papers\":[],\"blocks\":[],\"loans\":[],\"agencies\":[]}";
        var read = Manifest.read(old.getBytes(US_ASCII));
        assertEquals(Manifest.empty("account", wallet.view()), read);
        assertTrue(new String(read.json(), US_ASCII)
                .contains("\"favourites\":[],\"loans\":[],\"mandates\":[],\"masks\":[]"));
        for (var wrong : List.of("\"favourites\":[\"x\"]", "\"masks\":null", "\"kit\":null", "\"mandates\":[{}]",
                "\"masks\":[{\"view\":\"" + wallet.view() + "\",\"until\":\"soon\",\"papers\":[]}]", "\"other\":[]"))
            assertThrows(Damaged.class,
                    () -> Manifest.read(old.replaceFirst("\\{", "{" + wrong + ",").getBytes(US_ASCII)),
                    wrong);
    }

    private static Paper paper(String title) {
        String hash = Base64Url.encode(new byte[32]);
        return new Paper(Secret.randomId(), 1, title, "identity", null, null, null, null, "application/pdf", 12345,
                hash, hash,
                NOW, null);
    }
}
