package brussels.passerelle.registry.describe;

import java.util.Arrays;
import java.util.Optional;

import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

import brussels.passerelle.vocab.External;
import brussels.passerelle.vocab.Terms;

/** The forms in which an entry is served, in the order in which they win when the reader does not mind. */
public enum Format {
    PAGE("text/html", "html"),
    TURTLE("text/turtle", "ttl"),
    JSON_LD("application/ld+json", "jsonld"),
    N_TRIPLES("application/n-triples", "nt");

    private final String mediaType;
    private final String suffix;

    Format(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    /** Without parameters, as in an Accept header. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending of the document's own address, without the dot. */
    public String suffix() {
        return suffix;
    }

    public static Optional<Format> ofSuffix(String suffix) {
        return Arrays.stream(values()).filter(format -> format.suffix.equals(suffix)).findFirst();
    }

    /** Writes a graph in this form, UTF-8 text; prefixes are inline, so a JSON-LD reader needs no other document. */
    String write(Graph graph) {
        prefixes(graph);
        return RDFWriter.source(graph).format(switch (this) {
            case PAGE -> throw new IllegalStateException("a page is not written from a graph");
            case TURTLE -> RDFFormat.TURTLE_PRETTY;
            case JSON_LD -> RDFFormat.JSONLD11_PRETTY;
            case N_TRIPLES -> RDFFormat.NTRIPLES;
        }).asString();
    }

    private static void prefixes(Graph graph) {
        graph.getPrefixMapping().setNsPrefix("cpsv", External.Cpsv.NAMESPACE).setNsPrefix("cv", External.Cv.NAMESPACE)
                .setNsPrefix("dct", External.Dct.NAMESPACE).setNsPrefix("locn", External.Locn.NAMESPACE)
                .setNsPrefix("org", External.Org.NAMESPACE).setNsPrefix("rdfs", External.Rdfs.NAMESPACE)
                .setNsPrefix("schema", External.Schema.NAMESPACE).setNsPrefix("skos", External.Skos.NAMESPACE)
                .setNsPrefix("terms", Terms.NAMESPACE).setNsPrefix("xsd", "http://www.w3.org/2001/XMLSchema#");
    }
}
