package brussels.passerelle.registry.describe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.Test;

import brussels.passerelle.registry.Examples;
import brussels.passerelle.registry.demo.Generator;
import brussels.passerelle.registry.entry.Directory;
import brussels.passerelle.registry.entry.Offer;
import brussels.passerelle.registry.entry.Organisation;
import brussels.passerelle.registry.entry.Service;
import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Kind;

class PublicDatasetTest {
    private static final Address ADDRESS = new Address("https://registry.example");

    @Test
    void whatChangesOneByOneEqualsWhatIsRebuilt() {
        List<Entry> entries = entries(Generator.generate(1));
        var rebuilt = new PublicDataset(ADDRESS);
        rebuilt.put(entries);
        var followed = new PublicDataset(ADDRESS);
        followed.put(entries(Generator.generate(2)).stream().filter(e -> entries.stream().anyMatch(f -> same(e, f)))
                .toList());
        var order = new ArrayList<>(entries);
        Collections.shuffle(order, new Random(3));
        order.forEach(entry -> followed.set(ADDRESS.of(entry), Optional.of(entry)));
        order.subList(0, 50).forEach(entry -> followed.set(ADDRESS.of(entry), Optional.of(entry)));
        for (int i = 0; i < entries.size(); i += 4) {
            Entry entry = entries.get(i);
            Graph one = rebuilt.describe(ADDRESS.of(entry)).orElseThrow();
            assertTrue(one.isIsomorphicWith(followed.describe(ADDRESS.of(entry)).orElseThrow()), entry.id());
        }
        assertEquals(rebuilt.everything().size(), followed.everything().size());
    }

    @Test
    void whatIsDroppedIsGone() {
        var dataset = new PublicDataset(ADDRESS);
        dataset.put(List.of(Examples.open(), Examples.SOCIETY));
        dataset.set(ADDRESS.of(Examples.open()), Optional.empty());
        assertTrue(dataset.describe(ADDRESS.of(Examples.open())).isEmpty());
        assertTrue(dataset.describe(ADDRESS.of(Examples.SOCIETY)).isPresent());
        assertFalse(Format.N_TRIPLES.write(dataset.everything()).contains("escale-douches-1"));
    }

    @Test
    void aServiceSaysWhereItIsOffered() {
        var dataset = new PublicDataset(ADDRESS);
        dataset.put(List.of(Examples.open(), Examples.open().service(), Examples.SOCIETY));
        Graph service = dataset.describe(ADDRESS.of(Kind.SERVICE, "escale-douches")).orElseThrow();
        String text = Format.TURTLE.write(service);
        assertTrue(text.contains("cv:hasChannel") && text.contains("/id/offer/escale-douches-1"), text);
        assertTrue(text.contains("De Tussenstop"), "names of what it points to");
    }

    @Test
    void everyFormSaysTheSame() {
        var dataset = new PublicDataset(ADDRESS);
        dataset.put(List.of(Examples.open(), Examples.open().service(), Examples.SOCIETY));
        Graph graph = dataset.describe(ADDRESS.of(Examples.open())).orElseThrow();
        for (var form : List.of(Format.TURTLE, Format.JSON_LD, Format.N_TRIPLES)) {
            Model read = ModelFactory.createDefaultModel();
            read.read(new java.io.StringReader(form.write(graph)), null, switch (form) {
                case TURTLE -> "TURTLE";
                case JSON_LD -> "JSON-LD";
                default -> "N-TRIPLES";
            });
            assertTrue(graph.isIsomorphicWith(read.getGraph()), form.name());
        }
    }

    private static boolean same(Entry one, Entry other) {
        return one.kind() == other.kind() && one.id().equals(other.id());
    }

    static List<Entry> entries(Directory directory) {
        var entries = new ArrayList<Entry>();
        directory.organisations().stream().map(Organisation::published).forEach(entries::add);
        directory.places().forEach(place -> place.published().ifPresent(entries::add));
        directory.services().stream().map(Service::published).forEach(entries::add);
        directory.offers().stream().map(Offer::published).forEach(entries::add);
        return entries;
    }
}
