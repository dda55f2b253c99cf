package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.Desk;
import brussels.passerelle.consent.harness.KeyedWallet;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A wallet under a mask and a small one, asked the same: the same statuses, header names, members, sizes and counts. What
 * differs from one wallet to the next by chance (ids, times, sealed bytes, numbers of log entries) is replaced by its shape.
 */
class AlikeIT extends ServerTest {
    private static final byte[] CONTENT = Wallet.randomBytes(2_000);
    private final Agency agency = Agency.published();

    /** What was asked, and what came of it, as shapes. */
    private static final class Asking {
        private final List<String> seen = new ArrayList<>();
        private KeyedWallet wallet;

        Asking(KeyedWallet wallet) {
            this.wallet = wallet;
        }

        void see(String what, Answer answer) {
            var headers = new TreeSet<>(answer.headers().map().keySet());
            headers.removeAll(List.of("date", "connection", "keep-alive"));
            seen.add(what + " " + answer.status() + " " + headers + " etag " + shape(answer.header("ETag")) + " "
                    + answer.header("Content-Length").length() + " " + shape(answer.text()));
        }

        Answer ask(String what, Call call) {
            var answer = call.send();
            see(what, answer);
            return answer;
        }
    }

    @Test
    void aMaskedWalletAndASmallOne() {
        var small = KeyedWallet.open();
        var paper = store(small);
        var loan = small.wallet().lend(agency, paper);
        var chosen = masked();
        var there = all(small, paper, loan);
        var here = all(chosen.wallet, chosen.paper, chosen.loan);
        for (var i = 0; i < there.size(); i++) {
            assertEquals(there.get(i), here.get(i));
        }
        assertEquals(there.size(), here.size());
    }

    /** A masked wallet and what was chosen of it. */
    private record Chosen(KeyedWallet wallet, String paper, String loan) {}

    /** Much more than the small one has, of which the same is chosen. */
    private Chosen masked() {
        var big = KeyedWallet.open();
        var desk = new Desk(agency.worker());
        for (var i = 0; i < 15; i++) {
            var one = big.wallet().paper(Wallet.randomBytes(50_000));
            var lent = big.wallet().lend(agency, one);
            desk.open(lent, one).expect(201);
        }
        var paper = store(big);
        var loan = big.wallet().lend(agency, paper);
        big.manifest("If-Match", "\"" + big.view() + ".1\"", 2).expect(200);
        return new Chosen(big.masked(paper, loan), paper, loan);
    }

    private static String store(KeyedWallet wallet) {
        return wallet.wallet().paper(CONTENT);
    }

    private List<String> all(KeyedWallet wallet, String paper, String loan) {
        var asking = new Asking(wallet);
        reads(asking, paper, loan);
        writes(asking, paper);
        reads(asking, paper, loan);
        waysIn(asking);
        deeper(asking, paper, loan);
        return asking.seen;
    }

    private static void reads(Asking asking, String paper, String loan) {
        var person = asking.wallet.person();
        var never = Lendable.newId();
        placed(asking.wallet);
        for (var path : List.of("/me", "/keyset", "/manifest", "/papers", "/papers?limit=1", "/loans", "/loans?limit=1",
                "/log/events", "/log/events?limit=2", "/views", "/slots", "/agencies/x/members", "/desk/loans",
                "/nowhere",
                "/papers?cursor=x", "/papers/" + paper + "/versions/1", "/papers/" + paper + "/versions/2",
                "/papers/" + never + "/versions/1", "/loans/" + loan, "/loans/" + never)) {
            asking.ask("GET " + path.replace(paper, "P").replace(loan, "L").replace(never, "N"), person.get(path));
        }
        asking.see("storage", asking.wallet.person().get("/me").send());
        asking.seen.add("used " + person.get("/me").send().json().getJsonObject("storage").getInt("used") + " papers "
                + person.get("/papers").send().json().getJsonArray("items").size() + " loans "
                + person.get("/loans").send().json().getJsonArray("items").size() + " events "
                + asking.wallet.wallet().log().stream()
                        .map(one -> one.getString("event").replaceAll(".*\"type\":\"([a-zA-Z]+)\".*", "$1")).toList());
        asking.ask("part", person.get("/papers/" + paper + "/versions/1").header("Range", "bytes=5-9"));
    }

    /** The round that gives events their places comes by every second, which is no difference between wallets. */
    private static void placed(KeyedWallet wallet) {
        for (var tries = 0; tries < 100; tries++) {
            if (wallet.wallet().log().stream().allMatch(event -> event.containsKey("index"))) {
                return;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new AssertionError("no places after ten seconds");
    }

    private void writes(Asking asking, String paper) {
        var wallet = asking.wallet.wallet();
        var never = Lendable.newId();
        var added = Lendable.newId();
        asking.ask("store", wallet.upload(added, 1, CONTENT).freshKey());
        asking.ask("store again", wallet.upload(added, 1, CONTENT).freshKey());
        asking.ask("store other", wallet.upload(added, 1, new byte[3]).freshKey());
        asking.ask("next version", wallet.upload(paper, 2, CONTENT).freshKey());
        asking.ask("too much", wallet.upload(Lendable.newId(), 1, Wallet.randomBytes(3_998_000)).freshKey());
        asking.ask("delete never", asking.wallet.person().delete("/papers/" + never));
        var lent = agency.lendable(added);
        asking.ask("lend", asking.wallet.person().post("/loans").freshKey().json(lent.json()));
        asking.ask("lend again", asking.wallet.person().post("/loans").freshKey().json(lent.json()));
        asking.ask("lend never", asking.wallet.person().post("/loans").json(agency.lendable(never).json()));
        new Desk(agency.worker()).open(lent.loan(), added).expect(201);
        asking.ask("end", asking.wallet.person().post("/loans/" + lent.loan() + "/end").freshKey());
        asking.ask("end again", asking.wallet.person().post("/loans/" + lent.loan() + "/end").freshKey());
        asking.ask("delete", asking.wallet.person().delete("/papers/" + added));
        var tag = asking.wallet.person().get("/manifest").send().header("ETag");
        var version = Integer.parseInt(tag.replaceAll(".*\\.([0-9]+)\"", "$1"));
        asking.see("manifest", asking.wallet.manifest("If-Match", tag, version + 1));
        asking.see("manifest stale", asking.wallet.manifest("If-Match", tag, version + 1));
        asking.see("manifest anew", asking.wallet.manifest("If-None-Match", "*", 1));
    }

    private static void waysIn(Asking asking) {
        var grown = asking.wallet.with(SlotSecrets.of(Secret.random(32)));
        asking.see("slots", grown.person().get("/slots").send());
        var slot = grown.person().get("/slots").send().json().getJsonArray("items").getJsonObject(0).getString("slot");
        asking.ask("use", grown.person().post("/slots/" + slot + "/uses"));
        asking.see("keyset", grown.person().get("/keyset").send());
        asking.see("lift by nothing", grown.lift("a.b.c"));
        asking.see("lift by another", grown.lift(SlotSecrets.of(Secret.random(32)).door()));
        asking.wallet = grown;
    }

    /** A mask set by whoever is in the room, and lifted by a code they made: the same in both. */
    private static void deeper(Asking asking, String paper, String loan) {
        var made = SlotSecrets.of(Secret.random(32));
        var outer = asking.wallet.with(made).anew();
        asking.see("mask never", outer.mask(List.of(Lendable.newId()), Instant.now().plusSeconds(600)));
        asking.see("mask soon", outer.mask(List.of(paper), Instant.now().plusSeconds(6)));
        asking.see("mask", outer.mask(List.of(paper, loan), Instant.now().plusSeconds(600)));
        asking.see("closed", outer.person().get("/papers").send());
        asking.wallet = outer.anew();
        reads(asking, paper, loan);
        asking.see("lift", asking.wallet.lift(made.door()));
        asking.see("closed", asking.wallet.person().get("/papers").send());
        asking.wallet = asking.wallet.anew();
        assertEquals(outer.view(), asking.wallet.view());
        reads(asking, paper, loan);
    }

    /** Letters and digits of ids, times and sealed texts stand for nothing, their number does. */
    private static String shape(String text) {
        return text.replaceAll("\"index\":[0-9]+", "\"index\":0").replaceAll("\"next\":\"[^\"]+\"", "\"next\":\"\"")
                .replaceAll("\"d?[xy]\\\\?\":\\\\?\"[A-Za-z0-9_-]+", "xy")
                .replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z", "TIME").replaceAll("person-[0-9a-f]{8}", "PERSON")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "UUID")
                .replaceAll("(?<![A-Za-z0-9_.-])[A-Za-z0-9_-]{20,}(?:\\.[A-Za-z0-9_-]*)*", "SEALED")
                .replaceAll("\"version\":[0-9]+", "\"version\":0").replaceAll("[^ -~]", "?");
    }

    @Test
    void aDifferenceWouldBeSeen() {
        var one = KeyedWallet.open();
        var other = KeyedWallet.open();
        other.wallet().paper(CONTENT);
        var first = new Asking(one);
        var second = new Asking(other);
        var never = Lendable.newId();
        reads(first, never, never);
        reads(second, never, never);
        assertNotEquals(first.seen, second.seen);
    }
}
