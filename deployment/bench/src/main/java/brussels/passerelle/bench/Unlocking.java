package brussels.passerelle.bench;

import brussels.passerelle.client.NewPaper;
import brussels.passerelle.client.NodeAddress;
import brussels.passerelle.client.Passerelle;
import brussels.passerelle.client.Refusal;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;

/// From the press on "open" with a typed passphrase until the papers are on the screen, with 1,000 of them.
final class Unlocking {
    private static final int PAPERS = 1000;
    private static final int ROUNDS = 5;
    private static final String NAME = "bench-000-001";
    private static final String PASSPHRASE = "une longue phrase pour mesurer";

    private Unlocking() {}

    static void measure(Browser browser, String portal, String registry, String realm) throws IOException {
        fill(new NodeAddress(URI.create(portal), URI.create(registry), realm));
        var times = new ArrayList<Double>();
        for (var round = 0; round < ROUNDS; round++) {
            try (var profile = browser.newContext()) {
                var page = profile.newPage();
                page.navigate(portal + "/sign-in?lang=fr");
                page.locator("[name=username]").fill(NAME);
                page.locator("[name=passphrase]").fill(PASSPHRASE);
                // Measured in the page itself, so that nobody else's round trips count.
                var milliseconds = (Number) page.evaluate("""
                        () => new Promise(done => {
                          const begin = performance.now();
                          const look = () => document.querySelector('[data-paper]') === null
                            ? requestAnimationFrame(look) : requestAnimationFrame(() => done(performance.now() - begin));
                          document.querySelector('[data-action=sign-in]').click();
                          look();
                        })""");
                times.add(milliseconds.doubleValue());
            }
        }
        Collections.sort(times);
        System.out.printf(Locale.ROOT, "%n%d papers on the screen after the passphrase: median %.0f ms, best %.0f ms%n",
                PAPERS, times.get(ROUNDS / 2), times.getFirst());
    }

    /// Fills the wallet once; a node that has it already is left as it is.
    private static void fill(NodeAddress address) throws IOException {
        var content = Files.write(Files.createTempFile("bench", ".txt"),
                "Un papier parmi mille.".getBytes(StandardCharsets.UTF_8));
        try (var node = new Passerelle(address)) {
            try {
                node.createAccount(NAME, PASSPHRASE.toCharArray());
            } catch (Refusal refusal) {
                if (refusal.status() != 409)
                    throw refusal;
            }
            try (var session = node.signIn(NAME, PASSPHRASE.toCharArray()); var wallet = session.wallet()) {
                for (var number = wallet.papers().size() + 1; number <= PAPERS; number++)
                    wallet.add(content, new NewPaper("Attestation numéro " + number, "referenceAddress", "2026-11-22",
                            "text/plain"));
            }
        } finally {
            Files.delete(content);
        }
    }
}
