package brussels.passerelle.demo.seed;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import brussels.passerelle.client.NewLoan;
import brussels.passerelle.client.NodeAddress;
import brussels.passerelle.client.Passerelle;
import brussels.passerelle.client.Session;
import brussels.passerelle.protocol.loan.Rights;

/** Keys for the agencies, papers for the holder and one loan between them. Every step finds what is there and goes on. */
public final class Seeding {
    private static final Duration HALF_A_YEAR = Duration.ofDays(183);

    private final NodeAddress address;
    private final Consumer<String> says;

    /**
     * Seeding of a running node.
     *
     * @param says what is being done, for the person who waits
     */
    public Seeding(NodeAddress address, Consumer<String> says) {
        this.address = address;
        this.says = says;
    }

    /**
     * Someone of the demo.
     *
     * @param agency the organisation whose administrator this is, or an empty text
     */
    public record Person(String username, String passphrase, String agency) {}

    /** In this order: everybody gets keys, agencies publish theirs, the worker is handed one, the holder lends. */
    public void run(List<Person> people) throws IOException {
        try (var node = new Passerelle(address); var open = new Sessions()) {
            for (var person : people) {
                says.accept("Making keys for " + person.username());
                open.add(person, node.signIn(person.username(), person.passphrase().toCharArray())).wallet();
            }
            for (var person : people) {
                if (!person.agency().isEmpty())
                    publish(open.of(person.username()), person.agency());
            }
            fill(open.of("holder"));
        }
    }

    private void publish(Session session, String id) throws IOException {
        says.accept("Publishing the keys of " + id);
        var agency = session.agency(id);
        agency.publish(Agencies.functions(id));
        for (var member : agency.members()) {
            var team = member.team();
            if (team != null && !member.functions().contains(team))
                agency.hand(member, team);
        }
    }

    private void fill(Session session) throws IOException {
        var wallet = session.wallet();
        for (var sample : Papers.all()) {
            if (wallet.titled(sample.about().title()).isPresent())
                continue;
            says.accept("Sealing a paper of the holder");
            var file = Files.createTempFile("passerelle", ".sample");
            try {
                Files.write(file, sample.content().bytes());
                wallet.add(file, sample.about());
            } finally {
                Files.delete(file);
            }
        }
        var lending = wallet.lending();
        if (lending.loans().stream().noneMatch(loan -> "given".equals(loan.state()))) {
            says.accept("Lending one of them to " + Agencies.CPAS);
            lending.lend(new NewLoan(List.of(wallet.titled(Papers.LEASE).orElseThrow().id()), Agencies.CPAS,
                    Agencies.CPAS_NAME,
                    Agencies.RECEPTION.function(), Agencies.RECEPTION.names().getOrDefault("fr", ""), "housingSearch",
                    Rights.LOOK, HALF_A_YEAR));
        }
    }
}
