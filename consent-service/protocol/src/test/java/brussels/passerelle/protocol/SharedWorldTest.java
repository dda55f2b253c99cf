package brussels.passerelle.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.agency.FunctionKey;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.agency.RootKey;
import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.envelope.Envelope;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.loan.LoanTerms;
import brussels.passerelle.protocol.loan.Pairwise;
import brussels.passerelle.protocol.loan.Rights;
import brussels.passerelle.protocol.loan.SealedLoan;
import brussels.passerelle.protocol.manifest.SealedManifest;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A small world made by one implementation and read by the other: keys, manifest, paper, agency, loan, hand-over.
class SharedWorldTest {

    @ParameterizedTest
    @ValueSource(strings = {"from-java"})
    void everythingOfItCanBeUsed(String name) throws Exception {
        var world = Vectors.file(name);
        String account = world.text("account");
        var secrets = SignInSecrets.derive(world.text("realm"), world.text("username"),
                world.text("passphrase").toCharArray());
        var keyset = Keyset.parse(world.object("keyset").json());
        keyset.verify(account);
        try (var wallet = Unlocked.open(keyset, account, secrets.wrapKey())) {
            manifest(world, wallet);
            paper(world.object("paper"));
            var published = agency(world, wallet);
            loan(world, wallet, published);
        }
    }

    private static void manifest(Fields world, Unlocked wallet) throws Exception {
        int seen = 0;
        String previous = null;
        for (String text : world.texts("manifests")) {
            var sealed = SealedManifest.parse(text);
            var manifest = sealed.open(wallet, seen);
            assertEquals(previous, manifest.previous());
            seen = manifest.version();
            previous = sealed.hash();
            if (manifest.papers().isEmpty())
                continue;
            assertEquals(world.text("title"), manifest.papers().getFirst().title());
            assertEquals(world.object("paper").text("key"), manifest.papers().getFirst().key());
            assertEquals(world.object("loan").text("loan"), manifest.loans().getFirst().id());
            assertEquals(world.text("rootThumbprint"), manifest.agencies().getFirst().root());
        }
        assertEquals(2, seen);
    }

    private static void paper(Fields paper) throws Exception {
        byte[] sealed = Base64Url.decode(paper.text("sealed"));
        byte[] content = Base64Url.decode(paper.text("content"));
        assertEquals(sealed.length, Envelope.sealedSize(content.length));
        try (var in = Envelope.open(Secret.of(paper.bytes("key", 32)),
                new PaperVersion(paper.id("id"), paper.version("version")), paper.hash("hash"),
                new ByteArrayInputStream(sealed))) {
            assertArrayEquals(content, in.readAllBytes());
        }
    }

    private static PublishedKeys agency(Fields world, Unlocked wallet) throws Exception {
        var published = PublishedKeys.parse(world.object("published").json());
        published.verify();
        assertEquals(world.text("rootThumbprint"), published.rootThumbprint());
        assertEquals(world.text("fingerprint"), published.fingerprint());
        var encryption = wallet.keys().encryption();
        var root = RootKey.open(world.text("rootKey"), published.agency(), encryption);
        assertTrue(P256.same(root.key(), published.root()));
        var handed = FunctionKey.open(world.text("handed"), wallet.keys().account(), encryption, published.root());
        assertTrue(P256.same(handed.key(), published.keys(handed.function()).encryption().key()));
        assertTrue(P256.same(handed.key(), world.privateKey("functionKey")));
        return published;
    }

    private static void loan(Fields world, Unlocked wallet, PublishedKeys published) throws Exception {
        var loan = world.object("loan");
        var pairwise = Pairwise.of(wallet.keys().pairwiseSeed(), published.agency());
        var holderKey = loan.publicKey("holderKey");
        assertTrue(P256.same(pairwise.key(), holderKey));
        var terms = new LoanTerms(loan.id("loan"), loan.name("agency"), loan.name("function"), loan.id("holder"),
                Rights.ofActions(loan.texts("actions")), loan.time("from"), loan.time("until"));
        assertEquals(pairwise.id(), terms.holder());
        var offered = loan.objects("items").getFirst();
        var item = SealedLoan.parse(offered.text("jwe"))
                .open(world.privateKey("functionKey"), terms, holderKey,
                        new PaperVersion(offered.id("paper"), offered.version("version")));
        assertEquals(world.object("paper").text("key"), item.key());
        assertEquals(world.object("paper").text("hash"), item.hash());
        assertEquals(world.text("title"), item.shown().title());
        assertEquals(world.text("purpose"), item.purpose());
    }
}
