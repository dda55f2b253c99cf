package brussels.passerelle.demo;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import brussels.passerelle.client.NodeAddress;
import brussels.passerelle.demo.seed.Seeding;

/**
 * Everything on one machine: {@code mvn -Pdemo}. Prints what it does, then one line that starts with {@code READY}, and
 * runs until it is interrupted or terminated, or until the process that started it ends.
 */
public final class Demo {
    private static final Duration PATIENCE_FOR_PORTS = Duration.ofSeconds(15);

    private final Options options;
    private final Progress progress = new Progress(System.out);

    private Demo(Options options) {
        this.options = options;
    }

    /** Exit status 0 when stopped, 1 when something failed, 2 when it could not begin. */
    public static void main(String[] arguments) {
        try {
            System.exit(new Demo(Options.of(arguments, System.getProperties())).run());
        } catch (Refusal refusal) {
            System.err.println(refusal.getMessage());
            System.exit(2);
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private int run() throws IOException, Refusal {
        var checkout = new Checkout(options.root());
        checkout.check();
        var ports = new Ports(options.offset());
        try (var state = State.taken(options.state())) {
            waitForPorts(ports);
            if (options.reset())
                state.reset();
            var node = new Node(checkout, state, ports, progress);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(node::stop));
            node.start();
            if (options.data())
                seed(state, ports);
            Welcome.print(progress, ports);
            return untilItEnds(node);
        }
    }

    /** Once: what people did since then is theirs. */
    private void seed(State state, Ports ports) throws IOException {
        if (state.seeded())
            return;
        var address = new NodeAddress(URI.create(ports.origin()), URI.create(ports.registryOrigin()), ports.realm());
        new Seeding(address, progress::says).run(DemoAccount.people());
        state.seeded(Instant.now());
    }

    /** What a launcher that was killed left behind needs a moment to end. */
    private void waitForPorts(Ports ports) throws Refusal {
        var end = Instant.now().plus(PATIENCE_FOR_PORTS);
        var taken = ports.taken();
        if (taken.isPresent())
            progress.says("Waiting for " + taken.get());
        while (taken.isPresent() && Instant.now().isBefore(end)) {
            Pause.of(Duration.ofMillis(250));
            taken = ports.taken();
        }
        if (taken.isPresent()) {
            throw new Refusal("Cannot start: " + taken.get()
                    + " is taken. Stop what uses it, or shift every port with -Ddemo.offset=1000");
        }
    }

    private int untilItEnds(Node node) {
        var childEnded = node.firstToEnd().thenApply(child -> child.name() + " ended by itself; see its log");
        var end = options.detached() ? childEnded : CompletableFuture.anyOf(childEnded, Parent.ended());
        progress.says(end.join() + ". Stopping.");
        return childEnded.isDone() ? 1 : 0;
    }
}
