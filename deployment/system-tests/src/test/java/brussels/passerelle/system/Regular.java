package brussels.passerelle.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

import brussels.passerelle.client.NewLoan;
import brussels.passerelle.client.NewPaper;
import brussels.passerelle.client.NodeAddress;
import brussels.passerelle.client.Passerelle;
import brussels.passerelle.client.Refusal;
import brussels.passerelle.client.Session;
import brussels.passerelle.protocol.loan.Rights;

/** Somebody who has used the wallet for a while: made with the Java client, in a moment, for tests that begin later. */
final class Regular implements AutoCloseable {
    private static final RandomGenerator CHANCE = new SecureRandom();

    private final Passerelle node;
    private final Session session;
    private final String username;
    private final String passphrase;

    private Regular(Passerelle node, String username, String passphrase) throws IOException {
        this.node = node;
        this.session = node.signIn(username, passphrase.toCharArray());
        this.username = username;
        this.passphrase = passphrase;
    }

    /** A new holder with an empty wallet. */
    static Regular holder(RunningDemo demo, String pseudonym) throws IOException {
        var node = new Passerelle(address(demo));
        var username = "%s-%03d-%03d".formatted(pseudonym, CHANCE.nextInt(1000), CHANCE.nextInt(1000));
        var passphrase = "phrase longue de " + username + " pour essayer";
        node.createAccount(username, passphrase.toCharArray());
        return new Regular(node, username, passphrase);
    }

    /** Somebody who has an account. */
    static Regular known(RunningDemo demo, String username, String passphrase) throws IOException {
        return new Regular(new Passerelle(address(demo)), username, passphrase);
    }

    static Regular worker(RunningDemo demo) throws IOException {
        return new Regular(new Passerelle(address(demo)), Worker.NAME, Worker.PASSPHRASE);
    }

    private static NodeAddress address(RunningDemo demo) {
        return new NodeAddress(demo.portal(""), demo.registry(""), demo.realm());
    }

    /** Keeps a PDF with this sentence on it; gives the paper's id. */
    String keep(String title, String kind, String sentence) throws IOException {
        return keep(title, kind, Papers.pdf(sentence));
    }

    String keep(String title, String kind, byte[] pdf) throws IOException {
        var file = Files.write(Files.createTempFile("regular", ".pdf"), pdf);
        try {
            return session.wallet().add(file, new NewPaper(title, kind, null, "application/pdf")).id();
        } finally {
            Files.delete(file);
        }
    }

    /** To the team that everybody lends to in these tests, to look only; gives the loan's id. */
    String lend(String paper, Duration window) throws IOException {
        return lend(paper, Holder.FUNCTION, window);
    }

    String lend(String paper, String function, Duration window) throws IOException {
        return session.wallet().lending().lend(new NewLoan(List.of(paper), Holder.AGENCY, "CPAS", function, "Accueil",
                "housingSearch", Rights.LOOK, window)).id();
    }

    void takeBack(String loan) throws IOException {
        session.wallet().lending().takeBack(loan);
    }

    /** As a worker: asks for the first paper of a loan. Whether it was granted. */
    boolean asks(String loan) throws IOException {
        var desk = session.desk();
        var lent = desk.loans().stream().filter(one -> one.terms().loan().equals(loan)).findFirst().orElseThrow();
        try {
            desk.ask(loan, lent.items().getFirst().paper());
            return true;
        } catch (Refusal refusal) {
            if (!"openingRefused".equals(refusal.type()))
                throw refusal;
            return false;
        }
    }

    /** The same person at a computer. */
    Holder at(RunningDemo demo, Screen screen, String language) {
        return new Holder(demo, screen, language).signIn(username, passphrase);
    }

    Session session() {
        return session;
    }

    String username() {
        return username;
    }

    String passphrase() {
        return passphrase;
    }

    @Override
    public void close() {
        session.close();
        node.close();
    }
}
