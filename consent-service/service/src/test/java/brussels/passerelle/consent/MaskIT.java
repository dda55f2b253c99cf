package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Desk;
import brussels.passerelle.consent.harness.KeyedWallet;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.Lift;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.keyset.View;
import brussels.passerelle.protocol.keyset.Wrapped;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Under a mask there is what was chosen and what came since, and no door leads further. */
class MaskIT extends ServerTest {
    private static final Instant LATER = Instant.now().plusSeconds(3_600);
    private final Agency agency = Agency.published();
    private final KeyedWallet whole = KeyedWallet.open();
    private final String chosen = whole.wallet().paper();
    private final String hidden = whole.wallet().paper(Wallet.randomBytes(3_000));
    private final String chosenLoan = whole.wallet().lend(agency, chosen);
    private final String hiddenLoan = whole.wallet().lend(agency, hidden);

    @Nested
    class UnderAMask {
        private final KeyedWallet small = whole.masked(chosen, chosenLoan);

        @Test
        void thereIsOnlyWhatWasChosen() {
            assertEquals(List.of(chosen), ids(small, "/papers", "paper"));
            assertEquals(List.of(chosenLoan), ids(small, "/loans", "loan"));
            assertEquals(2_000, small.person().get("/me").send().json().getJsonObject("storage").getInt("used"));
            assertEquals(1, small.wallet().count("loanGiven"));
            assertEquals(0, small.wallet().count("maskSet"));
            assertNotEquals(whole.view(), small.view());
            small.person().get("/papers/" + chosen + "/versions/1").send().expect(200);
            assertEquals(List.of(), ids(small, "/views", "view"));
        }

        /** Equal bodies at every door: what is hidden answers like what never was. */
        @Test
        void whatIsHiddenAnswersLikeWhatNeverWas() {
            var never = Lendable.newId();
            same(404, small.person().get("/papers/" + hidden + "/versions/1").send(),
                    small.person().get("/papers/" + never + "/versions/1").send());
            same(404, small.person().delete("/papers/" + hidden).send(),
                    small.person().delete("/papers/" + never).send());
            same(404, small.person().get("/loans/" + hiddenLoan).send(), small.person().get("/loans/" + never).send());
            same(404, small.wallet().end(hiddenLoan), small.wallet().end(never));
            same(404, small.person().delete("/views/" + whole.view()).send(),
                    small.person().delete("/views/" + never).send());
            same(422, lend(small, agency.lendable(hidden)), lend(small, agency.lendable(never)));
            same(422, small.mask(List.of(hidden), LATER), small.mask(List.of(never), LATER));
            same(422, small.mask(List.of(hiddenLoan), LATER), small.mask(List.of(never), LATER));
            same(422, small.mask(List.of(whole.view()), LATER), small.mask(List.of(never), LATER));
            new Desk(agency.worker()).open(hiddenLoan, hidden).expect(201);
        }

        /** Who knows an id, such as a desk, learns no more than that it is taken somewhere. */
        @Test
        void aTakenIdAnswersLikeThatOfAStranger() {
            var stranger = Wallet.open();
            var theirs = stranger.paper();
            var bytes = Wallet.randomBytes(10);
            same(409, small.wallet().upload(hidden, 1, bytes).send(), small.wallet().upload(theirs, 1, bytes).send());
            same(409, small.wallet().upload(hidden, 7, bytes).send(), small.wallet().upload(theirs, 7, bytes).send());
            same(409, lend(small, withId(agency.lendable(chosen), hiddenLoan)),
                    lend(small, withId(agency.lendable(chosen), stranger.lend(agency, theirs))));
            assertEquals(List.of(chosen), ids(small, "/papers", "paper"));
        }

        @Test
        void noWriteReachesTheOtherView() {
            var keyset = small.person().get("/keyset").send();
            small.put(keyset.header("ETag"), whole.keyset()).expectProblem(412, "preconditionFailed");
            small.manifest("If-Match", "\"" + whole.view() + ".1\"", 2).expectProblem(412, "preconditionFailed");
            small.manifest("If-None-Match", "*", 1).expectProblem(412, "preconditionFailed");
            small.manifest("If-Match", "\"" + small.view() + ".3\"", 4).expect(200);
            assertFalse(keyset.text().contains(whole.keyset().view().share()));
            assertFalse(keyset.text().contains(whole.keyset().view().keys()));
        }

        @Test
        void whatComesSinceShowsAndStays() {
            var added = small.wallet().paper();
            var loan = small.wallet().lend(agency, added);
            new Desk(agency.worker()).open(loan, added).expect(201);
            assertEquals(List.of(chosen, added), ids(small, "/papers", "paper"));
            assertEquals(1, small.wallet().count("opening"));
            var again = lifted(small);
            assertEquals(List.of(chosen, hidden, added), ids(again, "/papers", "paper"));
            assertEquals(List.of(loan, hiddenLoan, chosenLoan), ids(again, "/loans", "loan"));
            assertEquals(1, again.wallet().count("opening"));
        }

        /** Papers lent before stay on that desk; the holder reads of it when the mask is over. */
        @Test
        void openingsOfWhatIsHiddenAreWrittenDownForLater() {
            var desk = new Desk(agency.worker());
            desk.open(hiddenLoan, hidden).expect(201);
            desk.ask(hiddenLoan, hidden, 1, "save").send().expect(403);
            assertEquals(0, small.wallet().count("opening") + small.wallet().count("openingRefused"));
            desk.open(chosenLoan, chosen).expect(201);
            assertEquals(1, small.wallet().count("opening"));
            var again = lifted(small);
            assertEquals(2, again.wallet().count("opening"));
            assertEquals(1, again.wallet().count("openingRefused"));
        }

        /** Whoever deletes a paper means it, also where it was lent. */
        @Test
        void deletingAPaperEndsItsLoansThatAreHidden() {
            var both = lifted(small);
            var secret = both.wallet().lend(agency, chosen);
            var masked = both.masked(chosen, chosenLoan);
            masked.person().delete("/papers/" + chosen).send().expect(204);
            new Desk(agency.worker()).open(secret, chosen).expectProblem(403, "openingRefused");
            assertEquals(1, masked.wallet().count("loanEnded"));
            var again = lifted(masked);
            assertEquals(2, again.wallet().count("loanEnded"));
            assertEquals("ended", again.person().get("/loans/" + secret).send().json().getString("state"));
            assertEquals(List.of(hidden), ids(again, "/papers", "paper"));
        }

        /** A way in that is added under a mask opens the small wallet; the other learns of it when it is next opened. */
        @Test
        void aSlotAddedUnderAMaskHasNoHalfOfTheOtherView() throws Exception {
            var code = SlotSecrets.of(Secret.random(32));
            var grown = small.with(code);
            Unlocked.open(grown.keyset(), small.person().account(), code.wrapKey());
            var again = lifted(grown);
            assertEquals(3, ids(again, "/slots", "slot").size());
            assertEquals(2, again.keyset().view().sealed().size());
            assertEquals(3, again.keyset().wrapped().size());
        }
    }

    @Nested
    class PuttingItOn {
        @Test
        void closesEverySessionAtOnce() {
            var otherTab = whole.person().with("iat", new Date());
            var lent = whole.person().post("/loans").key("k").json(agency.lendable(hidden).json());
            lent.send().expect(201);
            whole.mask(List.of(chosen), LATER).expect(204);
            for (var old : List.of(whole.person(), otherTab)) {
                for (var path : List.of("/me", "/keyset", "/manifest", "/papers", "/loans", "/log/events", "/views",
                        "/slots", "/papers/" + hidden + "/versions/1")) {
                    old.get(path).send().expectProblem(401, "sessionClosed");
                }
                old.delete("/papers/" + chosen).send().expectProblem(401, "sessionClosed");
            }
            // What was answered before is not repeated to a session that is closed.
            lent.send().expectProblem(401, "sessionClosed");
            assertEquals(List.of(chosen), ids(whole.anew(), "/papers", "paper"));
        }

        @Test
        void refusesWhatCannotBe() throws Exception {
            var account = whole.person().account();
            var view = whole.unlocked().mask(whole.keyset().verify(account).slots().slots()).view();
            var now = Instant.now();
            for (var until : List.of(now.plusSeconds(30), now.minusSeconds(5), now.plus(32, ChronoUnit.DAYS))) {
                whole.mask(List.of(chosen), until).expectProblem(422, "badWindow");
            }
            whole.mask(List.of(chosen, chosen), LATER).expectProblem(400, "badInput");
            whole.mask(List.of("x"), LATER).expectProblem(400, "badInput");
            // A loan without its papers would name ids that are not there.
            whole.mask(List.of(chosenLoan), LATER).expectProblem(422, "unknownPaper");
            whole.mask(List.of(whole.view()), LATER).expectProblem(422, "unknownPaper");
            var oneSlot = new View(view.view(), view.share(), List.of(view.sealed().getFirst()), view.keys());
            whole.masking(oneSlot, List.of(chosen), LATER).send().expectProblem(422, "badKeyset");
            var taken = new View(whole.view(), view.share(), view.sealed(), view.keys());
            whole.masking(taken, List.of(chosen), LATER).send().expectProblem(400, "badInput");
            for (var body : List.of("", "{}", "[]", "{\"view\":null}")) {
                whole.person().post("/masks").json(body).send().expectProblem(400, "badInput");
            }
            whole.person().get("/keyset").send().expect(200);
            assertEquals(0, whole.wallet().count("maskSet"));
        }

        @Test
        void mayShowNothing() {
            var small = whole.masked();
            assertEquals(List.of(), ids(small, "/papers", "paper"));
            assertEquals(List.of("slotAdded", "accountOpened"), types(small));
        }
    }

    @Nested
    class TakingItOff {
        private final KeyedWallet small = whole.masked(chosen, chosenLoan);

        @Test
        void onlyWithTheCodeThatWasThere() {
            var account = small.person().account();
            var old = new Lift(account, Instant.now().minusSeconds(400)).sign(small.code().door());
            var early = new Lift(account, Instant.now().minusSeconds(60)).sign(small.code().door());
            var others = new Lift("somebody-else", Instant.now()).sign(small.code().door());
            for (var jws : List.of(old, early, others, "a.b.c", "")) {
                small.lift(jws).expect(204);
            }
            small.lift(P256.generate()).expect(204);
            var made = SlotSecrets.of(Secret.random(32));
            var grown = small.with(made);
            grown.lift(made.door()).expect(204);
            assertEquals(List.of(chosen), ids(small, "/papers", "paper"), "and the session goes on");
            small.lift(small.code().door()).expect(204);
            small.person().get("/me").send().expectProblem(401, "sessionClosed");
            var again = small.anew();
            assertEquals(whole.view(), again.view());
            assertEquals(List.of(chosen, hidden), ids(again, "/papers", "paper"));
            assertEquals(List.of("maskEnded", "slotAdded", "maskSet"), types(again).subList(0, 3));
            assertTrue(again.wallet().log().getFirst().getString("event").contains("\"early\":true"));
        }

        /** Changing the door of a slot under a mask makes no key to the mask. */
        @Test
        void notWithADoorPutInItsPlace() throws Exception {
            var other = SlotSecrets.of(Secret.random(32));
            var entries = small.keyset().wrapped().stream().map(one -> one.door() == null
                    ? one
                    : new Wrapped(one.slot(), one.jwe(), other.door().toPublicJWK()))
                    .toList();
            small.put(small.person().get("/keyset").send().header("ETag"),
                    new Keyset(small.keyset().card(), small.keyset().slots(), entries, small.keyset().view()))
                    .expect(200);
            small.lift(other.door()).expect(204);
            assertEquals(small.view(), small.anew().view());
            small.lift(small.code().door()).expect(204);
            assertEquals(whole.view(), small.anew().view());
        }

        @Test
        void withoutOneNothingHappens() {
            var plain = KeyedWallet.open();
            plain.lift(plain.code().door()).expect(204);
            plain.person().get("/me").send().expect(200);
            assertEquals(0, plain.wallet().count("maskEnded"));
        }

        @Test
        void whatWasDoneWaitsToBeTakenUp() {
            small.manifest("If-Match", "\"" + small.view() + ".3\"", 4).expect(200);
            var text = small.person().get("/manifest").send().text();
            var again = lifted(small);
            var over = again.person().get("/views").send().expect(200).json().getJsonArray("items").getJsonObject(0);
            assertEquals(small.view(), over.getString("view"));
            assertEquals(4, over.getInt("version"));
            assertEquals(text, over.getString("manifest"));
            assertArrayEquals(small.unlocked().manifestKey().bytes(), opens(again, over));
            again.person().delete("/views/" + small.view()).send().expect(204);
            again.person().delete("/views/" + small.view()).send().expectProblem(404, "notFound");
            assertEquals(List.of(), ids(again, "/views", "view"));
            assertEquals(List.of(chosen, hidden), ids(again, "/papers", "paper"));
        }

        private byte[] opens(KeyedWallet again, JsonObject over) {
            try {
                var view = View.read(Fields.of(("{\"view\":\"" + over.getString("view") + "\",\"share\":\""
                        + over.getString("share")
                        + "\",\"sealed\":" + over.getJsonArray("sealed") + ",\"keys\":\"" + over.getString("keys")
                        + "\"}").getBytes(StandardCharsets.UTF_8)));
                var served = new Keyset(again.keyset().card(), again.keyset().slots(), again.keyset().wrapped(), view);
                return Unlocked.open(served, again.person().account(), again.wrapKey()).manifestKey().bytes();
            } catch (Damaged damaged) {
                throw new AssertionError(damaged);
            }
        }
    }

    @Nested
    class AMaskInAMask {
        private final KeyedWallet outer = whole.masked(chosen, chosenLoan);
        private final String added = outer.wallet().paper();
        private final KeyedWallet inner = outer.masked(added);

        @Test
        void isNarrower() {
            assertEquals(List.of(added), ids(inner, "/papers", "paper"));
            assertEquals(List.of(), ids(inner, "/loans", "loan"));
            assertEquals(0, inner.wallet().count("maskSet"));
            inner.mask(List.of(chosen), LATER).expectProblem(422, "unknownPaper");
            var third = inner.wallet().paper();
            assertEquals(List.of(added, third), ids(inner, "/papers", "paper"));
            var again = lifted(inner);
            assertEquals(whole.view(), again.view(), "the code that was there before lifts both");
            assertEquals(List.of(chosen, hidden, added, third), ids(again, "/papers", "paper"));
            assertEquals(2, again.wallet().count("maskSet"));
            assertEquals(List.of(outer.view(), inner.view()), ids(again, "/views", "view"));
        }

        /** Else making a code, a mask, and lifting it would tell a masked wallet from a small one. */
        @Test
        void setAfterACodeIsLiftedByIt() {
            var made = SlotSecrets.of(Secret.random(32));
            inner.lift(inner.code().door());
            var first = whole.anew().masked(chosen).with(made).anew();
            var second = first.masked();
            second.lift(made.door()).expect(204);
            var back = second.anew();
            assertEquals(first.view(), back.view());
            assertEquals(List.of(chosen), ids(back, "/papers", "paper"));
            assertEquals(List.of("maskEnded", "maskSet", "slotAdded"), types(back).subList(0, 3));
            assertEquals(List.of(second.view()), ids(back, "/views", "view"));
        }
    }

    private static KeyedWallet lifted(KeyedWallet masked) {
        masked.lift(masked.code().door()).expect(204);
        return masked.anew();
    }

    private static List<String> ids(KeyedWallet wallet, String path, String name) {
        return wallet.person().get(path + "?limit=100").send().expect(200).json().getJsonArray("items")
                .getValuesAs(JsonObject.class).stream().map(item -> item.getString(name)).collect(Collectors.toList());
    }

    private static List<String> types(KeyedWallet wallet) {
        return wallet.wallet().log().stream()
                .map(item -> item.getString("event").replaceAll(".*\"type\":\"([a-zA-Z]+)\".*", "$1")).toList();
    }

    private static Lendable withId(Lendable lendable, String loan) {
        return new Lendable(loan, lendable.agency(), lendable.function(), lendable.paper(), lendable.version(),
                lendable.jwe(), lendable.recipient(), lendable.from(), lendable.until(), lendable.actions());
    }

    private static Answer lend(KeyedWallet wallet, Lendable lendable) {
        return wallet.person().post("/loans").json(lendable.json()).send();
    }

    private static void same(int status, Answer one, Answer other) {
        one.expect(status);
        assertEquals(other.text(), one.text());
        assertEquals(other.status(), one.status());
        assertEquals(other.headers().map().keySet(), one.headers().map().keySet());
    }
}
