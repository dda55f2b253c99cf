package brussels.passerelle.demo;

import java.util.Locale;

/** What a newcomer needs to know, and then READY. */
final class Welcome {
    private Welcome() {}

    static void print(Progress progress, Ports ports) {
        progress.print("");
        progress.print("  Wallet, agency desk   " + ports.origin());
        progress.print("  Registry of services  " + ports.registryOrigin());
        progress.print("  Health and metrics    http://localhost:" + ports.management() + "/health  /metrics");
        progress.print("");
        for (var account : DemoAccount.values()) {
            progress.print(String.format(Locale.ROOT, "  %-16s  %s", account.username(), account.passphrase()));
        }
        progress.print("");
        progress.print("READY " + ports.origin() + " " + ports.registryOrigin() + " (Ctrl-C stops everything)");
    }
}
