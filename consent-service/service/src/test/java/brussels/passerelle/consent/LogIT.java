package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.database.Role;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.log.Checkpoint;
import brussels.passerelle.protocol.log.Leaf;
import brussels.passerelle.protocol.log.NoteKey;
import brussels.passerelle.protocol.log.NoteVerifier;
import brussels.passerelle.protocol.log.Proofs;
import brussels.passerelle.protocol.log.Tile;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log is checked the way a client checks it, with nothing but what is public and one's own events. */
class LogIT extends ServerTest {
    private final Wallet wallet = Wallet.open();
    private final Agency agency = Agency.published();
    private final String paper = wallet.paper();

    @Test
    void everyEventIsProvablyInTheTree() throws Exception {
        happens();
        var events = placed(1);
        var checkpoint = checkpoint();
        for (var event : events) {
            var index = event.getJsonNumber("index").longValue();
            var leaf = Leaf.personal(Base64Url.decode(event.getString("salt")), event.getString("event"));
            var path = hashes("/log/proofs/inclusion?index=" + index + "&size=" + checkpoint.size());
            Proofs.inclusion(leaf.hash(), index, checkpoint.size(), path, checkpoint.rootHash());
            var other = Leaf.personal(new byte[32], event.getString("event")).hash();
            assertThrows(Damaged.class, () -> Proofs.inclusion(other, index, checkpoint.size(), path,
                    checkpoint.rootHash()));
        }
    }

    @Test
    void theTreeOnlyGrows() throws Exception {
        happens();
        placed(1);
        var old = checkpoint();
        for (var i = 0; i < 5; i++) {
            happens();
        }
        placed(6);
        var now = checkpoint();
        assertTrue(now.size() >= old.size() + 5);
        var path = hashes("/log/proofs/consistency?from=" + old.size() + "&to=" + now.size());
        Proofs.consistency(old.size(), old.rootHash(), now.size(), now.rootHash(), path);
    }

    @Test
    void tilesAndBundlesAreThoseOfTheTree() throws Exception {
        happens();
        placed(1);
        var size = checkpoint().size();
        var last = lastTile(size);
        var tile = Call.byNobody("GET", "/log/tile/" + last.path()).send().expect(200).body();
        var bundle = bundle(last);
        assertEquals(32 * last.width(), tile.length);
        var at = 0;
        for (var i = 0; i < last.width(); i++) {
            var length = (bundle[at] & 0xff) << 8 | bundle[at + 1] & 0xff;
            var data = Arrays.copyOfRange(bundle, at + 2, at + 2 + length);
            at += 2 + length;
            assertArrayEquals(brussels.passerelle.protocol.log.Hashes.leaf(data),
                    Arrays.copyOfRange(tile, 32 * i, 32 * i + 32));
        }
        assertEquals(bundle.length, at);
        Call.byNobody("GET", "/log/tile/" + new Tile(0, size / 256 + 1, 7).path()).send().expectProblem(404,
                "notFound");
        Call.byNobody("GET", "/log/tile/9/000").send().expectProblem(404, "notFound");
    }

    @Test
    void personalEventsAreNotInTheLeaves() throws Exception {
        happens();
        placed(1);
        assertFalse(everyLeaf().contains("loanGiven"));
    }

    /** What an agency publishes is told to everybody, once, before anything is lent to it. */
    @Test
    void agencyKeysArePublicLeaves() throws Exception {
        wallet.lend(agency, paper);
        wallet.lend(agency, paper);
        agency.administrator().post("/agencies/" + agency.id() + "/keys/refresh").send().expect(204);
        placed(2);
        assertEquals(2, everyLeaf().split("\"agency\":\"" + agency.id(), -1).length - 1, "one for each use");
    }

    @Test
    void proofsOfWhatIsNotThereAreNotThere() throws Exception {
        var size = checkpoint().size();
        for (var query : List.of("inclusion?index=0&size=" + (size + 1), "inclusion?index=5&size=5",
                "inclusion?index=-1&size=1", "inclusion", "consistency?from=0&to=1", "consistency?from=2&to=1",
                "consistency?from=1&to=" + (size + 9), "inclusion?index=x&size=y")) {
            Call.byNobody("GET", "/log/proofs/" + query).send().expectProblem(404, "notFound");
        }
    }

    @Test
    void nobodyCanRewriteIt() throws SQLException {
        happens();
        for (var role : List.of(Role.APP, Role.OWNER)) {
            try (var connection = Surroundings.database().connect(role); var statement = connection.createStatement()) {
                for (var sql : List.of("update log_leaf set data = ''", "delete from log_leaf",
                        "update log_place set place = place + 1", "delete from log_place",
                        "update log_node set hash = ''",
                        "delete from log_node", "delete from log_checkpoint", "update log_checkpoint set note = ''")) {
                    assertThrows(SQLException.class, () -> statement.executeUpdate(sql), role + ": " + sql);
                }
            }
        }
    }

    private void happens() {
        wallet.lend(agency, paper);
    }

    private List<JsonObject> placed(int atLeast) throws InterruptedException {
        for (var tries = 0; tries < 100; tries++) {
            var log = wallet.log();
            if (log.size() >= atLeast && log.stream().allMatch(event -> event.containsKey("index"))) {
                return log;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no places after ten seconds");
    }

    private static Checkpoint checkpoint() throws Damaged {
        var key = Call.byNobody("GET", "/log/key").send().expect(200).text().strip();
        var note = Call.byNobody("GET", "/log/checkpoint").send().expect(200).text();
        return new NoteVerifier(NoteKey.parse(key)).verify(note);
    }

    private static Tile lastTile(long size) {
        var width = (int) (size % 256);
        return width == 0 ? new Tile(0, size / 256 - 1, 256) : new Tile(0, size / 256, width);
    }

    private static byte[] bundle(Tile tile) {
        return Call.byNobody("GET", "/log/tile/entries/" + tile.path().substring("0/".length())).send().expect(200)
                .body();
    }

    private static String everyLeaf() throws Damaged {
        var last = lastTile(checkpoint().size());
        var text = new StringBuilder();
        for (var index = 0L; index < last.index(); index++) {
            text.append(new String(bundle(new Tile(0, index, 256)), StandardCharsets.UTF_8));
        }
        return text.append(new String(bundle(last), StandardCharsets.UTF_8)).toString();
    }

    private static List<byte[]> hashes(String path) {
        var hashes = new ArrayList<byte[]>();
        Call.byNobody("GET", path).send().expect(200).json().getJsonArray("hashes").getValuesAs(JsonString.class)
                .forEach(hash -> hashes.add(Base64.getDecoder().decode(hash.getString())));
        return hashes;
    }
}
