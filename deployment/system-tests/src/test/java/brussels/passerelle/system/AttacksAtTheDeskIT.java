package brussels.passerelle.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;
import com.nimbusds.jose.jwk.ECKey;

import brussels.passerelle.protocol.agency.FunctionKey;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.loan.LoanTerms;
import brussels.passerelle.protocol.loan.Pairwise;

/** Lies to a worker: loans that nobody made, or not so, or not to this team. */
@Order(1)
class AttacksAtTheDeskIT extends Attacked {

    AttacksAtTheDeskIT(RunningDemo demo, Browser browser, Prey prey) {
        super(demo, browser, prey);
    }

    /** What no attack may prevent from being seen. */
    @BeforeAll
    void without_a_lie_it_opens() {
        new Worker(demo, screen, "fr").signIn().openLoan(prey.loan).askForPaper().screen().seePdf(Prey.SENTENCE);
    }

    @Test
    void T07_metadata_swapped() {
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            var first = Lent.paper(list, prey.loan);
            var second = Lent.paper(list, prey.other);
            var kept = first.put("jwe", second.get("jwe"));
            second.put("jwe", kept);
        }), prey.loan, prey.other);
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> Lent.paper(list, prey.loan).put("paper", prey.lease)),
                prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK,
                list -> Lent.loan(list, prey.loan).put("actions", List.of("look", "save"))),
                prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK,
                list -> Lent.loan(list, prey.loan).put("until", "2099-01-01T00:00:00Z")),
                prey.loan);
    }

    @Test
    void T09_item_without_the_owners_signature_framed_as_theirs() throws Exception {
        var accueil = prey.team(Holder.FUNCTION);
        var known = pairwise().id();
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            var framed = Lent.loan(list, prey.loan);
            var terms = Lent.terms(framed);
            var forger = Forger.stranger(known);
            Lent.paper(list, prey.loan).put("jwe",
                    Forger.item(terms, new PaperVersion(prey.letter, 1), forger, accueil));
        }), prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            // Flawless in itself, but the key is not the one under which this holder is known at this desk.
            var framed = Lent.loan(list, prey.other);
            var forger = Forger.stranger(known);
            Lent.paper(list, prey.other).put("jwe",
                    Forger.item(Lent.terms(framed), new PaperVersion(prey.lease, 1), forger, accueil));
            framed.put("holderKey", P256.publicJwk(forger.key()));
        }), prey.other);
    }

    @Test
    void T13_loan_forged_readdressed_expired() throws Exception {
        var elsewhere = prey.team("logement");
        var accueil = prey.team(Holder.FUNCTION);
        var holder = pairwise();
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            var forged = Lent.paper(list, prey.loan);
            forged.put("jwe", flipped(String.valueOf(forged.get("jwe")), 700));
        }), prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> Lent.paper(list, prey.loan).put("jwe", Forger.item(
                Lent.terms(Lent.loan(list, prey.loan)), new PaperVersion(prey.letter, 1), holder, elsewhere))),
                prey.loan);
        atDesk(() -> malice.json(LOANS_AT_DESK, list -> {
            var terms = Lent.terms(Lent.loan(list, prey.loan));
            var other = new LoanTerms(terms.loan(), terms.agency(), "logement", terms.holder(), terms.rights(),
                    terms.from(), terms.until());
            Lent.paper(list, prey.loan).put("jwe",
                    Forger.item(other, new PaperVersion(prey.letter, 1), holder, accueil));
        }), prey.loan);
        expired(holder, accueil);
    }

    /** The node goes on serving, and allowing, a loan whose hour has passed; the desk's own clock does not. */
    private void expired(Pairwise holder, ECKey accueil) {
        malice.honest().json(LOANS_AT_DESK, list -> {
            var over = Lent.loan(list, prey.loan);
            over.put("from", "2026-01-01T00:00:00Z");
            over.put("until", "2026-01-02T00:00:00Z");
            Lent.paper(list, prey.loan).put("jwe",
                    Forger.item(Lent.terms(over), new PaperVersion(prey.letter, 1), holder, accueil));
        }).instead("POST", "/api/desk/loans/" + prey.loan + "/openings", 201, "application/json",
                "{\"opening\":\"x\",\"content\":\"/api/desk/openings/x/content\",\"size\":1,\"hash\":\"%s\"}"
                        .formatted(Base64Url.encode(new byte[32])).getBytes(UTF_8));
        screen.act("show-deposit").awaitView("deposit").act("show-desk").awaitView("desk");
        new Worker(demo, screen, "fr").openLoan(prey.loan).askForPaper();
        assertFalse(screen.message("openingRefused").isBlank());
        assertTrue(malice.asked().stream().noneMatch(one -> one.address().contains("/content")), "it was not fetched");
        assertEquals(0, page.locator("canvas").count());
    }

    @Test
    void T14_agency_key_supplied_by_the_server() throws Exception {
        var root = P256.generate();
        var team = P256.generate();
        var holder = pairwise();
        var member = prey.worker.session();
        var handed = new FunctionKey(Holder.AGENCY, Holder.FUNCTION, KeyUse.ENC, member.account(), team).seal(root,
                member.wallet().keys().encryption().toPublicJWK());
        // A team's keys are read once in a session.
        Runnable lie = () -> {
            malice.json("/api/desk/keys", answer -> answer.put("items", List.of(Map.of("agency", Holder.AGENCY,
                    "function", Holder.FUNCTION, "use", "enc", "jwe", handed))));
            malice.json(LOANS_AT_DESK, list -> Lent.paper(list, prey.loan).put("jwe", Forger.item(
                    Lent.terms(Lent.loan(list, prey.loan)), new PaperVersion(prey.letter, 1), holder,
                    team.toPublicJWK())));
        };
        lie.run();
        new Worker(demo, screen, "fr").signIn();
        atDesk(lie, prey.loan);
    }

    /** Shows these loans to the worker while a lie is told: each says that it is damaged, and offers nothing. */
    private void atDesk(Runnable lie, String... loans) {
        malice.honest();
        lie.run();
        screen.act("show-deposit").awaitView("deposit").act("show-desk").awaitView("desk");
        for (var loan : loans) {
            screen.press(screen.one("[data-loan='" + loan + "'] [data-action='open-loan']")).awaitView("desk-loan");
            assertFalse(screen.message("damaged").isBlank());
            assertEquals(0, page.locator("[data-action=show-paper], [data-action=save-copy]").count());
            assertFalse(page.content().contains("Papier inventé"), "nothing that was invented is shown");
            screen.act("back").awaitView("desk");
        }
        assertNothingSent();
    }
}
