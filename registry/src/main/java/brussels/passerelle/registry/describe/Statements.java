package brussels.passerelle.registry.describe;

import java.util.List;
import java.util.Optional;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

import brussels.passerelle.registry.published.Texts;
import brussels.passerelle.vocab.Concept;
import brussels.passerelle.vocab.External.Rdf;
import brussels.passerelle.vocab.Scheme;

/** Writes statements about one subject into a graph. */
final class Statements {
    private final Graph graph;
    private final Node subject;

    Statements(Graph graph, Node subject) {
        this.graph = graph;
        this.subject = subject;
    }

    Statements a(String... types) {
        for (String type : types)
            link(Rdf.TYPE, type);
        return this;
    }

    Statements link(String property, String target) {
        return say(property, NodeFactory.createURI(target));
    }

    /** Links to an entry of a list, when the code is in it. */
    Statements concept(String property, Scheme scheme, String notation) {
        Optional<Concept> concept = scheme.find(notation);
        concept.ifPresent(found -> link(property, found.iri()));
        return this;
    }

    Statements concepts(String property, Scheme scheme, List<String> notations) {
        notations.forEach(notation -> concept(property, scheme, notation));
        return this;
    }

    Statements texts(String property, Texts texts) {
        texts.all().forEach((language, text) -> say(property, NodeFactory.createLiteralLang(text, language)));
        return this;
    }

    Statements text(String property, String text) {
        return say(property, NodeFactory.createLiteralString(text));
    }

    Statements text(String property, String text, String language) {
        return say(property, NodeFactory.createLiteralLang(text, language));
    }

    Statements value(String property, String lexical, XSDDatatype type) {
        return say(property, NodeFactory.createLiteralDT(lexical, type));
    }

    Statements truth(String property, boolean value) {
        return value(property, Boolean.toString(value), XSDDatatype.XSDboolean);
    }

    /** A nameless node hung on the property; statements about it follow. */
    Statements nested(String property) {
        Node nameless = NodeFactory.createBlankNode();
        say(property, nameless);
        return new Statements(graph, nameless);
    }

    private Statements say(String property, Node object) {
        graph.add(subject, NodeFactory.createURI(property), object);
        return this;
    }
}
