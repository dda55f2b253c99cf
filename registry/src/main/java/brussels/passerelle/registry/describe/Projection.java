package brussels.passerelle.registry.describe;

import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.apache.jena.graph.Graph;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import brussels.passerelle.registry.entry.Entries;
import brussels.passerelle.registry.entry.Outbox;
import brussels.passerelle.registry.published.Kind;

/**
 * Keeps the dataset equal to the write model. Every reader first asks for the number of the last change, so an answer is never
 * older than the last commit, on any server; the question is one look at the end of an index.
 */
@Singleton
public class Projection {
    private final Entries entries;
    private final Outbox outbox;
    private final Address address;
    private final PublicDataset dataset;
    private volatile long seen = -1;

    @Inject
    public Projection(Entries entries, Outbox outbox,
            @ConfigProperty(name = "passerelle.registry.origin", defaultValue = "http://localhost:8081") String origin) {
        this.entries = entries;
        this.outbox = outbox;
        this.address = new Address(origin);
        this.dataset = new PublicDataset(address);
    }

    public Address address() {
        return address;
    }

    /** Fills the dataset. A change committed meanwhile may be read twice, which does no harm. */
    public synchronized void rebuild() {
        long last = outbox.last();
        dataset.put(entries.everything());
        seen = last;
    }

    /** Whether the dataset was filled. */
    public boolean ready() {
        return seen >= 0;
    }

    public Optional<Graph> describe(Kind kind, String id) {
        catchUp(outbox.last());
        return dataset.describe(address.of(kind, id));
    }

    private void catchUp(long last) {
        if (seen >= last)
            return;
        synchronized (this) {
            for (Outbox.Change change : outbox.after(seen)) {
                dataset.set(address.of(change.kind(), change.entry()), entries.find(change.kind(), change.entry()));
                seen = change.number();
            }
        }
    }
}
