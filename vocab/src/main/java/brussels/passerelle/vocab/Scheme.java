package brussels.passerelle.vocab;

import java.util.List;
import java.util.Optional;

/** The lists, each in the order in which it is shown. Read once, immutable, safe to share between threads. */
public enum Scheme {
    /** What a paper in the wallet is. */
    KIND("kind"),
    /** What a paper is lent for. */
    PURPOSE("purpose"),
    /** What a person comes looking for. */
    NEED("need"),
    /** Whom a service addresses. */
    TARGET_GROUP("targetGroup"),
    /** What sort of service it is. */
    SERVICE_TYPE("serviceType"),
    /** The sector of an organisation or service. */
    SECTOR("sector"),
    /** How a person gets in. */
    ADMISSION_MODE("admissionMode"),
    /** Living situations after the European typology. */
    ETHOS("ethos"),
    /** Languages spoken at the desk, by the codes of the EU language table. */
    LANGUAGE("language"),
    /** The nineteen communes of Brussels, by REFNIS 2025. */
    COMMUNE("commune"),
    /** The three regions, by REFNIS 2025. */
    REGION("region");

    private final String key;

    Scheme(String key) {
        this.key = key;
    }

    /** The name of the list in data files and in the scheme's IRI. */
    public String key() {
        return key;
    }

    public String iri() {
        return "https://w3id.org/passerelle/" + key;
    }

    /** All entries, first to last. */
    public List<Concept> concepts() {
        return Index.LOADED.concepts(this);
    }

    /** The entries of the first level. Communes all are: their region is another list. */
    public List<Concept> top() {
        return concepts().stream().filter(concept -> concept.broader().flatMap(this::find).isEmpty()).toList();
    }

    /** The entries right below one. */
    public List<Concept> narrower(String notation) {
        return concepts().stream().filter(concept -> concept.broader().filter(notation::equals).isPresent()).toList();
    }

    /** The entry with this notation; empty for any other text, however strange. */
    public Optional<Concept> find(String notation) {
        return Index.LOADED.find(this, notation);
    }
}
