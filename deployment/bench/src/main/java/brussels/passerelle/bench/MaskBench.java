package brussels.passerelle.bench;

import brussels.passerelle.client.NewLoan;
import brussels.passerelle.client.NewPaper;
import brussels.passerelle.client.NodeAddress;
import brussels.passerelle.client.Passerelle;
import brussels.passerelle.client.Refusal;
import brussels.passerelle.client.Session;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.loan.Rights;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/// Whether the time of an answer tells a masked wallet from a small one: the same calls to both, one after the other in
/// an order drawn by chance, and two tests of whether the times come from one distribution. The large wallet before its
/// mask is the control: there the tests must see a difference, or they would see none anywhere.
public final class MaskBench {
    private static final int HIDDEN = 200;
    private static final int ROUNDS = 400;
    private static final RandomGenerator CHANCE = new SecureRandom();
    private static final String PASSPHRASE = "une longue phrase pour mesurer";

    private MaskBench() {}

    private record Person(String username, List<String> shown) {}

    public static void main(String[] args) throws IOException {
        var node = new NodeAddress(URI.create(args[0]), URI.create(args[1]), args[2]);
        try (var passerelle = new Passerelle(node);
                var playwright = Playwright.create();
                var browser = BrowserBench.launch(playwright)) {
            var small = person(passerelle, 0);
            var large = person(passerelle, HIDDEN);
            compare("control: " + (HIDDEN + 2) + " papers, no mask", passerelle, small, large);
            mask(browser, args[0], large);
            compare("masked to 2 papers", passerelle, small, large);
        }
    }

    /// A wallet with two papers, one of them lent, and hidden ones with a few loans.
    private static Person person(Passerelle node, int hidden) throws IOException {
        var username = "bench-%03d-%03d".formatted(CHANCE.nextInt(1000), CHANCE.nextInt(1000));
        node.createAccount(username, PASSPHRASE.toCharArray());
        var content = Files.write(Files.createTempFile("bench", ".txt"), "Un papier.".getBytes(StandardCharsets.UTF_8));
        try (var session = node.signIn(username, PASSPHRASE.toCharArray()); var wallet = session.wallet()) {
            var shown = List.of(wallet.add(content, paper(1)).id(), wallet.add(content, paper(2)).id());
            lend(session, shown.getFirst());
            for (var number = 3; number < 3 + hidden; number++) {
                var id = wallet.add(content, paper(number)).id();
                if (number % 10 == 0)
                    lend(session, id);
            }
            return new Person(username, shown);
        } finally {
            Files.delete(content);
        }
    }

    private static NewPaper paper(int number) {
        return new NewPaper("Papier " + number, "identity/identityCard", null, "text/plain");
    }

    private static void lend(Session session, String paper) throws IOException {
        session.wallet().lending().lend(new NewLoan(List.of(paper), "cpas-molenbeek", "CPAS", "accueil", "Accueil",
                "housingSearch", Rights.LOOK, Duration.ofDays(1)));
    }

    private static void mask(Browser browser, String portal, Person person) {
        try (var profile = browser.newContext()) {
            var page = profile.newPage();
            page.navigate(portal + "/sign-in?lang=fr");
            page.locator("[name=username]").fill(person.username);
            page.locator("[name=passphrase]").fill(PASSPHRASE);
            page.locator("[data-action=sign-in]").first().click();
            page.locator("[data-action=set-mask]").click();
            for (var paper : person.shown)
                page.locator("[name=maskPaper][value='" + paper + "']").dispatchEvent("click");
            page.locator("[data-action=confirm-mask]").click();
            page.waitForSelector("[data-view=sign-in]", new Page.WaitForSelectorOptions().setTimeout(60_000));
        }
    }

    private static void compare(String what, Passerelle node, Person small, Person large) throws IOException {
        System.out.printf(Locale.ROOT, "%n%s, %d pairs of each call%n%-36s %10s %10s %7s %9s %7s %9s%n", what, ROUNDS,
                "", "small ms", "other ms", "ratio", "U-test p", "KS D", "KS p");
        try (var one = node.signIn(small.username, PASSPHRASE.toCharArray());
                var other = node.signIn(large.username, PASSPHRASE.toCharArray())) {
            for (var path : List.of("/me", "/keyset", "/manifest", "/views", "/papers?limit=100", "/loans?limit=100",
                    "/log/events?limit=20", "/papers/" + Secret.randomId() + "/versions/1")) {
                var times = new double[2][ROUNDS];
                for (var round = -20; round < ROUNDS; round++) {
                    var first = CHANCE.nextInt(2);
                    for (var turn : new int[]{first, 1 - first}) {
                        var taken = taken(turn == 0 ? one : other, path);
                        if (round >= 0)
                            times[turn][round] = taken;
                    }
                }
                print(path.length() > 36 ? "/papers/{unknown}/versions/1" : path, times[0], times[1]);
            }
        }
    }

    /// Milliseconds until the whole answer is here.
    private static double taken(Session session, String path) throws IOException {
        var begun = System.nanoTime();
        try {
            session.api().send("GET", path, BodyPublishers.noBody(), Map.of());
        } catch (Refusal refusal) {
            if (refusal.status() != 404)
                throw refusal;
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void print(String path, double[] small, double[] other) {
        var u = MannWhitneyUTest.withDefaults().test(small, other);
        var ks = KolmogorovSmirnovTest.withDefaults().test(small, other);
        System.out.printf(Locale.ROOT, "%-36s %10.2f %10.2f %7.3f %9.3f %7.3f %9.3f%n", path, median(small),
                median(other), median(other) / median(small), u.getPValue(), ks.getStatistic(), ks.getPValue());
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }
}
