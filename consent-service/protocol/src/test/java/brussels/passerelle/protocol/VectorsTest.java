package brussels.passerelle.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.envelope.Padme;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.loan.Pairwise;
import brussels.passerelle.protocol.log.Leaf;
import brussels.passerelle.protocol.log.NoteKey;
import brussels.passerelle.protocol.log.NoteVerifier;
import brussels.passerelle.protocol.log.Proofs;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A change of any of these numbers is a new suite, not an edit.
class VectorsTest {

    @Test
    void derivation() throws Exception {
        for (Fields in : Vectors.cases("derivation")) {
            var secrets = SignInSecrets.derive(in.text("realm"), in.text("username"),
                    in.text("passphrase").toCharArray());
            assertEquals(in.text("normalUsername"), SignInSecrets.normalUsername(in.text("username")));
            assertEquals(in.text("authSecret"), secrets.authSecret());
            assertArrayEquals(in.bytes("wrapKey", 32), secrets.wrapKey().bytes());
        }
    }

    @Test
    void pairwise() throws Exception {
        for (Fields in : Vectors.cases("pairwise")) {
            var pairwise = Pairwise.of(Secret.of(in.bytes("pairwiseSeed", 32)), in.text("agency"));
            assertEquals(in.text("id"), pairwise.id());
            assertEquals(P256.thumbprint(in.privateKey("key")), P256.thumbprint(pairwise.key()));
            assertEquals(in.text("thumbprint"), P256.thumbprint(pairwise.key()));
        }
    }

    @Test
    void canonicalJson() throws Exception {
        for (Fields in : Vectors.cases("canonical")) {
            assertEquals(in.text("canonical"), Json.write(Json.parse(in.text("text").getBytes(UTF_8))));
        }
    }

    @Test
    void padme() throws Exception {
        for (Fields in : Vectors.cases("padme"))
            assertEquals(in.number("padded"), Padme.of(in.number("length")));
    }

    @Test
    void log() throws Exception {
        var log = Vectors.file("log");
        var hashes = new ArrayList<byte[]>();
        for (Fields in : log.objects("leaves")) {
            String salt = in.textOrNull("salt");
            var leaf = salt == null
                    ? Leaf.open(in.text("event"))
                    : Leaf.personal(Base64Url.decode(salt, 32), in.text("event"));
            assertArrayEquals(base64(in.text("data")), leaf.data());
            assertArrayEquals(base64(in.text("hash")), leaf.hash());
            hashes.add(leaf.hash());
        }
        var roots = log.texts("roots").stream().map(VectorsTest::base64).toList();
        for (Fields in : log.objects("inclusion")) {
            int size = in.index("size");
            int index = in.index("index");
            Proofs.inclusion(hashes.get(index), index, size, path(in), roots.get(size));
        }
        for (Fields in : log.objects("consistency")) {
            int from = in.index("from");
            int to = in.index("to");
            Proofs.consistency(from, roots.get(from), to, roots.get(to), path(in));
        }
        var noted = log.object("checkpoint");
        var checkpoint = new NoteVerifier(NoteKey.parse(noted.text("key"))).verify(noted.text("note"));
        assertEquals(8, checkpoint.size());
        assertArrayEquals(roots.get(8), checkpoint.rootHash());
        String forged = noted.text("note").replace("\n8\n", "\n9\n");
        assertThrows(Damaged.class, () -> new NoteVerifier(NoteKey.parse(noted.text("key"))).verify(forged));
    }

    private static List<byte[]> path(Fields in) throws Damaged {
        return in.texts("hashes").stream().map(VectorsTest::base64).toList();
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }
}
