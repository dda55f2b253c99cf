package brussels.passerelle.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import brussels.passerelle.protocol.agency.FunctionKey;
import brussels.passerelle.protocol.agency.KeyStatement;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.agency.RootKey;
import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.envelope.Envelope;
import brussels.passerelle.protocol.envelope.Padme;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.loan.LoanItem;
import brussels.passerelle.protocol.loan.LoanTerms;
import brussels.passerelle.protocol.loan.Pairwise;
import brussels.passerelle.protocol.loan.Rights;
import brussels.passerelle.protocol.loan.SealedLoan;
import brussels.passerelle.protocol.log.Checkpoint;
import brussels.passerelle.protocol.log.Leaf;
import brussels.passerelle.protocol.log.Node;
import brussels.passerelle.protocol.log.NoteSigner;
import brussels.passerelle.protocol.log.Tree;
import brussels.passerelle.protocol.manifest.KnownAgency;
import brussels.passerelle.protocol.manifest.LoanNote;
import brussels.passerelle.protocol.manifest.Manifest;
import brussels.passerelle.protocol.manifest.Paper;
import brussels.passerelle.protocol.manifest.SealedManifest;
import com.nimbusds.jose.jwk.ECKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Writes the vectors that both implementations are tested against. Run by hand, into the folder given, when the suite gains
/// a format; what is committed is what counts.
final class WriteVectors {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    public static void main(String[] args) throws Exception {
        var folder = Path.of(args[0]);
        write(folder, "derivation", derivation());
        write(folder, "pairwise", pairwise());
        write(folder, "canonical", canonical());
        write(folder, "padme", padme());
        write(folder, "log", log());
        write(folder, "from-java", everything());
    }

    private static void write(Path folder, String name, Object json) throws Exception {
        Files.writeString(folder.resolve(name + ".json"), Json.write(json) + "\n");
    }

    private static Object derivation() {
        var cases = new ArrayList<Object>();
        String[][] inputs = {{"passerelle", "holder", "demo-holder-passphrase"},
                {"passerelle", "Élan-482-913", "quatre mots de trop pour dormir ici"},
                {"passerelle-7", "e\u0301lan-482-913", "ｆｕｌｌ width ﬁgs"},
                {"passerelle", "نور-120-334", "سبعة أبواب وقمر"}};
        for (String[] in : inputs) {
            var secrets = SignInSecrets.derive(in[0], in[1], in[2].toCharArray());
            cases.add(Json.object("realm", in[0], "username", in[1], "normalUsername",
                    SignInSecrets.normalUsername(in[1]),
                    "passphrase", in[2], "authSecret", secrets.authSecret(), "wrapKey",
                    Base64Url.encode(secrets.wrapKey().bytes())));
        }
        return Json.object("cases", cases);
    }

    private static Object pairwise() {
        var cases = new ArrayList<Object>();
        byte[] seed = new byte[32];
        for (int i = 0; i < 32; i++)
            seed[i] = (byte) i;
        for (String agency : List.of("cpas-molenbeek", "abri-du-canal", "relais-logement")) {
            var pairwise = Pairwise.of(Secret.of(seed.clone()), agency);
            cases.add(Json.object("pairwiseSeed", Base64Url.encode(seed), "agency", agency, "id", pairwise.id(), "key",
                    P256.privateJwk(pairwise.key()), "thumbprint", P256.thumbprint(pairwise.key())));
        }
        return Json.object("cases", cases);
    }

    private static Object canonical() throws Exception {
        var cases = new ArrayList<Object>();
        for (String text : List.of("{}", " { \"b\" : 1 , \"a\" : [ true , false , null ] } ",
                "{\"\\u20ac\":\"Euro\",\"\\r\":\"CR\",\"\\ufb33\":\"dalet\",\"1\":\"one\",\"\\ud83d\\ude00\":\"smile\",\"\\u0080\":\"c\",\"\\u00f6\":\"o\"}",
                "{\"text\":\"\\u000f\\n\\t\\\\\\\"\\/é\\u007f\\u2028\"}", "{\"n\":9007199254740991,\"m\":-1,\"z\":0}",
                "{\"type\":\"loanGiven\",\"loan\":\"AAECAwQFBgcICQoLDA0ODw\",\"at\":\"2026-11-22T15:00:00Z\",\"papers\":[\"x\"]}")) {
            cases.add(Json.object("text", text, "canonical", Json.write(Json.parse(text.getBytes(UTF_8)))));
        }
        return Json.object("cases", cases);
    }

    private static Object padme() {
        return Json.object("cases",
                LongStream.of(0, 1, 2, 3, 8, 9, 17, 100, 1000, 1025, 65537, 1048576, 1048577, 52428800,
                        104857608L).mapToObj(n -> Json.object("length", n, "padded", Padme.of(n))).toList());
    }

    private static Object log() {
        var leaves = new ArrayList<byte[]>();
        var leafCases = new ArrayList<Object>();
        for (int i = 0; i < 8; i++) {
            String event = Json
                    .write(Json.object("type", "opening", "at", Fields.time(NOW.plusSeconds(i)), "by", "worker"));
            byte[] salt = new byte[32];
            salt[0] = (byte) i;
            var leaf = i % 4 == 3 ? Leaf.open(event) : Leaf.personal(salt, event);
            leafCases.add(Json.object("salt", i % 4 == 3 ? null : Base64Url.encode(salt), "event", event, "data",
                    base64(leaf.data()), "hash", base64(leaf.hash())));
            leaves.add(leaf.hash());
        }
        var stored = new HashMap<Node, byte[]>();
        var tree = new Tree(nodes -> {
            var read = new HashMap<Node, byte[]>();
            for (Node node : nodes)
                read.put(node, stored.get(node));
            return read;
        });
        stored.putAll(tree.append(0, leaves));
        var signer = NoteSigner.create("passerelle.localhost/log");
        String note = signer.sign(Checkpoint.of("passerelle.localhost/log", 8, tree.root(8)));
        return Json.object("leaves", leafCases, "roots",
                LongStream.rangeClosed(0, 8).mapToObj(n -> base64(tree.root(n)))
                        .toList(),
                "inclusion", inclusions(tree), "consistency", consistencies(tree), "checkpoint",
                Json.object("key", signer.key().text(), "note", note, "size", 8, "root", base64(tree.root(8))));
    }

    private static List<Object> inclusions(Tree tree) {
        var cases = new ArrayList<Object>();
        for (long size = 1; size <= 8; size++) {
            for (long index = 0; index < size; index++) {
                cases.add(Json.object("index", index, "size", size, "hashes",
                        tree.inclusion(index, size).stream().map(WriteVectors::base64).toList()));
            }
        }
        return cases;
    }

    private static List<Object> consistencies(Tree tree) {
        var cases = new ArrayList<Object>();
        for (long to = 1; to <= 8; to++) {
            for (long from = 1; from <= to; from++) {
                cases.add(Json.object("from", from, "to", to, "hashes",
                        tree.consistency(from, to).stream().map(WriteVectors::base64).toList()));
            }
        }
        return cases;
    }

    /// One small world: a holder who is also the administrator and the worker, with one paper lent.
    private static Object everything() throws Exception {
        String account = "5f0c1c52-7a44-4b58-9d2e-0d4d5d1f6a11";
        var secrets = SignInSecrets.derive("passerelle", "holder", "demo-holder-passphrase".toCharArray());
        var fresh = Unlocked.create(account, secrets.wrapKey(), NOW);
        var wallet = fresh.unlocked();
        byte[] content = "Une attestation, écrite en clair.".getBytes(UTF_8);
        var dek = Secret.random(32);
        var version = new PaperVersion(Secret.randomId(), 1);
        var sealed = new ByteArrayOutputStream();
        var done = Envelope.seal(dek, version, new ByteArrayInputStream(content), content.length, sealed);
        String key = Base64Url.encode(dek.bytes());
        var root = RootKey.create("cpas-molenbeek");
        var enc = P256.generate();
        var published = publish(root, enc);
        var pairwise = Pairwise.of(wallet.keys().pairwiseSeed(), "cpas-molenbeek");
        var terms = new LoanTerms(Secret.randomId(), "cpas-molenbeek", "accueil", pairwise.id(), Rights.LOOK, NOW,
                NOW.plusSeconds(86400));
        var item = new LoanItem(terms, version, done.hash(), content.length, "text/plain",
                new LoanItem.Shown("Attestation", "priorityAttestation", "2026-11-20"), "openRights", key);
        var paper = new Paper(version.paper(), 1, "Attestation", "priorityAttestation", "2026-11-20", null, null,
                "chez Samira", "text/plain", content.length, key, done.hash(), NOW, null);
        var note = new LoanNote(terms.loan(), "cpas-molenbeek", "CPAS de Molenbeek (fictif)", "accueil", "Accueil",
                "openRights", Rights.LOOK, NOW, terms.until(), List.of(version.paper()));
        var first = SealedManifest.seal(Manifest.empty(account, wallet.view()), wallet);
        var second = SealedManifest.seal(first.open(wallet, 0).next(first.hash(), null, List.of(paper), List.of(note),
                List.of(new KnownAgency("cpas-molenbeek", published.rootThumbprint()))), wallet);
        var handed = new FunctionKey("cpas-molenbeek", "accueil", KeyUse.ENC, account, enc);
        Map<String, Object> paperJson = new HashMap<>(Map.of("id", version.paper(), "version", 1, "key", key, "hash",
                done.hash(), "size", content.length, "content", Base64Url.encode(content), "sealed",
                Base64Url.encode(sealed.toByteArray())));
        return Json.object("realm", "passerelle", "username", "holder", "passphrase", "demo-holder-passphrase",
                "account",
                account, "keyset", Json.parse(fresh.keyset().json()), "manifests", List.of(first.text(), second.text()),
                "paper",
                paperJson, "title", "Attestation", "published", Json.parse(published.json()), "rootThumbprint",
                published.rootThumbprint(), "fingerprint", published.fingerprint(), "function", "accueil",
                "functionKey",
                P256.privateJwk(enc), "purpose", "openRights", "loan",
                Json.object("loan", terms.loan(), "agency", terms.agency(), "function", terms.function(), "holder",
                        terms.holder(),
                        "holderKey", P256.publicJwk(pairwise.key()), "actions", List.of("look"), "from",
                        Fields.time(terms.from()),
                        "until", Fields.time(terms.until()), "items",
                        List.of(Json.object("paper", version.paper(), "version", 1, "jwe",
                                SealedLoan.seal(item, pairwise, enc.toPublicJWK()).text()))),
                "handed", handed.seal(root.key(), wallet.keys().encryption().toPublicJWK()), "rootKey",
                root.seal(wallet.keys().encryption().toPublicJWK()));
    }

    private static PublishedKeys publish(RootKey root, ECKey enc) {
        var function = new KeyStatement.Function("accueil");
        var statements = Stream.of(
                new KeyStatement("cpas-molenbeek", function, KeyUse.ENC, enc.toPublicJWK(), NOW, null),
                new KeyStatement("cpas-molenbeek", function, KeyUse.SIG, P256.generate().toPublicJWK(), NOW, null))
                .map(statement -> statement.sign(root.key()))
                .toList();
        var names = Map.of("fr", "Accueil", "nl", "Onthaal", "en", "Reception", "de", "Empfang", "ar", "الاستقبال");
        return new PublishedKeys("cpas-molenbeek", root.key().toPublicJWK(),
                List.of(new PublishedKeys.PublishedFunction("accueil", names, statements)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
