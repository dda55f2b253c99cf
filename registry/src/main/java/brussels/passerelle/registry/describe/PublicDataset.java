package brussels.passerelle.registry.describe;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.vocab.External.Dct;
import brussels.passerelle.vocab.External.Rdf;
import brussels.passerelle.vocab.External.Rdfs;
import brussels.passerelle.vocab.External.Skos;

/**
 * The public entries as quads, one named graph per entry, so that a change replaces exactly what its entry said before.
 * In memory and transactional: readers see a state between two changes, never half of one.
 */
final class PublicDataset {
    private static final Set<String> NAMES = Set.of(Rdf.TYPE, Dct.TITLE, Skos.PREF_LABEL, Rdfs.LABEL);

    private final DatasetGraph quads = DatasetGraphFactory.createTxnMem();
    private final Address address;
    private final Describe describe;

    PublicDataset(Address address) {
        this.address = address;
        this.describe = new Describe(address);
    }

    /** Replaces what the entries said by what they say now, all at once. */
    void put(Iterable<Entry> entries) {
        Txn.executeWrite(quads, () -> entries.forEach(entry -> quads.addGraph(name(entry), describe.graph(entry))));
    }

    /** Replaces one entry, or drops it when it is no longer public. Doing it twice changes nothing. */
    void set(String uri, Optional<Entry> entry) {
        Node name = NodeFactory.createURI(uri);
        Txn.executeWrite(quads, () -> {
            quads.removeGraph(name);
            entry.ifPresent(said -> quads.addGraph(name, describe.graph(said)));
        });
    }

    /**
     * What there is to say about an entry: its own statements, what other entries say about it, and the names of those it
     * points to. Empty when it is not there.
     */
    Optional<Graph> describe(String uri) {
        Node subject = NodeFactory.createURI(uri);
        return Txn.calculateRead(quads, () -> {
            if (!quads.containsGraph(subject))
                return Optional.empty();
            Graph said = GraphFactory.createDefaultGraph();
            quads.getGraph(subject).find().forEachRemaining(said::add);
            each(Node.ANY, subject, said);
            said.find().filterKeep(t -> t.getObject().isURI()).mapWith(Triple::getObject).toSet().stream()
                    .filter(object -> !object.equals(subject) && quads.containsGraph(object))
                    .forEach(object -> names(object, said));
            return Optional.of(said);
        });
    }

    /** All statements, for tests and for counting. */
    Graph everything() {
        return Txn.calculateRead(quads, () -> {
            Graph all = GraphFactory.createDefaultGraph();
            each(Node.ANY, Node.ANY, all);
            return all;
        });
    }

    private void each(Node graph, Node subject, Graph into) {
        for (Iterator<Quad> found = quads.find(graph, subject, Node.ANY, Node.ANY); found.hasNext();)
            into.add(found.next().asTriple());
    }

    private void names(Node entry, Graph into) {
        quads.getGraph(entry).find(entry, Node.ANY, Node.ANY).filterKeep(t -> NAMES.contains(t.getPredicate().getURI()))
                .forEachRemaining(into::add);
    }

    private Node name(Entry entry) {
        return NodeFactory.createURI(address.of(entry));
    }
}
