package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;

import brussels.passerelle.client.Refusal;

/**
 * The mask, looked at by an enemy: a large wallet masked to two papers and a small wallet of two papers walk the same pages,
 * and nothing that is said on the wire, shown, or held in the memory of the tab tells one from the other.
 */
@ExtendWith(House.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ResourceLock(value = ExpiryIT.LIFE_OF_TOKENS, mode = ResourceAccessMode.READ)
@Order(2)
class IndistinguishableIT {
    private static final String CARD = "Carte de soins";
    private static final String LEASE = "Bail";
    private static final int HIDDEN = 10;

    private final RunningDemo demo;
    private final Browser browser;
    private final List<Wallet> wallets = new ArrayList<>();
    /** Name to value, of what only the large wallet holds. */
    private final Map<String, String> secrets = new LinkedHashMap<>();
    private Path pdf = Path.of("");
    private Path note = Path.of("");

    /** A person, before and after the mask. */
    private record Wallet(Holder holder, BrowserContext profile, Conversation said, List<String> hiddenPapers,
            List<String> hiddenLoans) {}

    IndistinguishableIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @BeforeAll
    void two_wallets(@TempDir Path files) throws IOException {
        // The same files and names of the same length: what differs by chance would hide what must not differ.
        pdf = Files.write(files.resolve("shown.pdf"), Papers.pdf("Un papier montré"));
        note = Files.write(files.resolve("note.pdf"), Papers.pdf("Encore"));
        var small = begun("Petite");
        var large = begun("Grande");
        try (var more = Regular.known(demo, large.holder.username(), large.holder.passphrase())) {
            for (var i = 0; i < HIDDEN; i++) {
                var title = "Jugement caché numéro " + i;
                large.hiddenPapers.add(more.keep(title, "courtPaper", "Une condamnation"));
                secrets.put("title " + i, title);
            }
            large.hiddenLoans.add(more.lend(large.hiddenPapers.getFirst(), Duration.ofDays(30)));
            more.session().wallet().papers().stream().filter(paper -> large.hiddenPapers.contains(paper.id()))
                    .forEach(paper -> secrets.put("key of " + paper.title(), paper.key()));
            secrets.put("loan", large.hiddenLoans.getFirst());
        }
        var strange = Regular.holder(demo, "Ailleurs");
        small.hiddenPapers.add(strange.keep("Autre", "lease", "Rien"));
        small.hiddenLoans.add(strange.lend(small.hiddenPapers.getFirst(), Duration.ofDays(30)));
        strange.close();
        wallets.addAll(List.of(small, large));
    }

    private Wallet begun(String name) {
        var profile = Setting.FR_DESKTOP.profile(browser);
        var holder = new Holder(demo, Screen.plain(profile.newPage()), "fr").createWallet(name);
        holder.addPaper(pdf, CARD, "identity/identityCard").addPaper(pdf, LEASE, "housing/lease").openPaper(LEASE)
                .lend("housingSearch");
        return new Wallet(holder, profile, new Conversation(profile, holder.username()), new ArrayList<>(),
                new ArrayList<>());
    }

    @AfterAll
    void leave() {
        wallets.forEach(one -> one.profile.close());
    }

    @Test
    void a_masked_wallet_says_and_holds_what_a_small_one_does() throws IOException {
        var small = wallets.getFirst();
        var large = wallets.getLast();
        large.holder.signIn();
        var before = Heap.of(large.holder.screen().page());
        assertEquals(secrets, before.found(secrets), "the search of memory finds what is there");
        mask(large);

        small.holder.screen().act("leave").awaitView("sign-in");
        for (var wallet : wallets) {
            wallet.said.begin();
            walk(wallet);
        }
        assertSame(small.said.steps(), large.said.steps());
        assertEquals(asked(small), asked(large), "by somebody who knows the ids of what is hidden");
    }

    private void mask(Wallet wallet) {
        var screen = wallet.holder.screen();
        var chosen = Stream.of(CARD, LEASE)
                .map(title -> wallet.holder.paper(title).getAttribute("data-paper")).toList();
        screen.act("set-mask").awaitView("mask");
        chosen.forEach(paper -> screen.choose("maskPaper", paper));
        screen.act("confirm-mask").awaitView("sign-in");
    }

    /** Everything that the app asks for, page by page. */
    private void walk(Wallet wallet) {
        var holder = wallet.holder.signIn();
        var screen = holder.screen();
        done(wallet, "sign-in");
        assertEquals(2, screen.page().locator("[data-paper]").count());
        holder.openPaper(CARD).screen().see("canvas");
        done(wallet, "paper");
        screen.act("show-loans").awaitView("loans").see("[data-loan]");
        assertEquals(1, screen.page().locator("[data-loan]").count());
        done(wallet, "loans");
        screen.act("show-loan").awaitView("loan").see("[data-openings]");
        done(wallet, "loan");
        screen.act("show-log").awaitView("log").see("[data-event='accountOpened']");
        var log = screen.page().locator("[data-event]").evaluateAll("all => all.map(one => one.dataset.event)");
        done(wallet, "log " + log);
        for (var way : entries(screen)) {
            screen.act("show-more").awaitView("more").act(way);
            done(wallet, way);
        }
        screen.act("show-wallet").awaitView("wallet");
        lendAgain(holder.openPaper(LEASE).screen().see("canvas"));
        done(wallet, "lend");
        screen.act("take-back").act("confirm-take-back").see("[data-state='ended']").see("[data-openings]");
        done(wallet, "take back");
        screen.act("show-wallet").awaitView("wallet");
        holder.addPaper(note, "Note", "rights/referenceAddress");
        done(wallet, "add");
        var heap = Heap.of(screen.page());
        assertEquals(Map.of("shown", CARD), heap.found(Map.of("shown", CARD)));
        assertEquals(Map.of(), heap.found(secrets), "what the tab holds");
        assertFalse(screen.page().content().contains("caché"));
        holder.openPaper("Note").screen().see("canvas");
        done(wallet, "paper added");
        screen.act("delete-paper").act("confirm-delete").awaitView("wallet");
        done(wallet, "delete");
        holder.leave();
        done(wallet, "leave");
    }

    /** To an agency that is known by now, whose fingerprint is not asked about again. */
    private static void lendAgain(Screen screen) {
        screen.act("lend").awaitView("lend").fill("agencyQuery", "molenbeek").act("find-agency")
                .choose("agency", Holder.AGENCY).act("choose-agency").choose("function", Holder.FUNCTION)
                .act("choose-function").choose("purpose", "debtHelp").act("choose-purpose").choose("duration", "day")
                .act("choose-duration").choose("rights", "look").act("choose-rights").act("confirm-loan")
                .awaitView("loan").see("[data-openings]");
    }

    private static List<String> entries(Screen screen) {
        screen.act("show-more").awaitView("more");
        return ((List<?>) screen.page().locator("main [data-action]").evaluateAll(
                "all => all.map(one => one.dataset.action)")).stream().map(String::valueOf)
                .filter(action -> action.startsWith("show-") || action.startsWith("set-")).toList();
    }

    private static void done(Wallet wallet, String step) {
        wallet.said.step(step);
    }

    private static void assertSame(Map<String, List<String>> small, Map<String, List<String>> large) {
        assertEquals(List.copyOf(small.keySet()), List.copyOf(large.keySet()));
        assertTrue(small.size() > 12 && small.values().stream().mapToInt(List::size).sum() > 30,
                () -> "too little was said: " + small);
        small.forEach((step, said) -> assertEquals(String.join("\n", said), String.join("\n", large.get(step)), step));
    }

    /** What the node answers to ids of hidden things; of the small wallet, to those of somebody else's. */
    private List<String> asked(Wallet wallet) throws IOException {
        var paper = wallet.hiddenPapers.getFirst();
        var loan = wallet.hiddenLoans.getFirst();
        try (var here = Regular.known(demo, wallet.holder.username(), wallet.holder.passphrase())) {
            var api = here.session().api();
            var answers = new ArrayList<String>();
            for (var ask : List.of("GET /papers/" + paper + "/versions/1", "DELETE /papers/" + paper,
                    "PUT /papers/" + paper + "/versions/1", "GET /loans/" + loan, "POST /loans/" + loan + "/end",
                    "GET /papers", "GET /loans", "GET /me")) {
                var parts = ask.split(" ");
                var body = parts[0].equals("PUT") ? BodyPublishers.ofString("x") : BodyPublishers.noBody();
                try {
                    var answer = api.send(parts[0], parts[1], body, Map.of("Content-Type", "application/octet-stream"));
                    answers.add(
                            parts[0] + answer.statusCode() + answer.headers().map().keySet() + answer.body().length);
                } catch (Refusal refusal) {
                    answers.add(parts[0] + refusal.getMessage());
                }
            }
            return answers;
        }
    }
}
