package brussels.passerelle.registry.describe;

import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Kind;
import brussels.passerelle.registry.published.Opening;
import brussels.passerelle.registry.published.Where;
import brussels.passerelle.vocab.External.Cpsv;
import brussels.passerelle.vocab.External.Cv;
import brussels.passerelle.vocab.External.Dct;
import brussels.passerelle.vocab.External.Locn;
import brussels.passerelle.vocab.External.Org;
import brussels.passerelle.vocab.External.Rdfs;
import brussels.passerelle.vocab.External.Schema;
import brussels.passerelle.vocab.External.Skos;
import brussels.passerelle.vocab.Scheme;
import brussels.passerelle.vocab.Terms;

/** Turns a public record into its statements, after CPSV-AP 3.2 and CPOV; pure, the same record gives the same graph. */
final class Describe {
    private final Address address;

    Describe(Address address) {
        this.address = address;
    }

    Graph graph(Entry entry) {
        Graph graph = GraphFactory.createDefaultGraph();
        switch (entry) {
            case Entry.Organisation organisation -> organisation(about(graph, organisation), organisation);
            case Entry.Place place -> place(about(graph, place), place);
            case Entry.Service service -> service(about(graph, service), service);
            case Entry.Offer offer -> offer(graph, offer);
        }
        return graph;
    }

    private Statements about(Graph graph, Entry entry) {
        return new Statements(graph, NodeFactory.createURI(address.of(entry))).text(Dct.IDENTIFIER, entry.id());
    }

    private static void organisation(Statements it, Entry.Organisation organisation) {
        it.a(Org.ORGANIZATION, Cv.PUBLIC_ORGANISATION).texts(Skos.PREF_LABEL, organisation.name())
                .concept(Cv.SECTOR, Scheme.SECTOR, organisation.sector())
                .concept(Dct.SPATIAL, Scheme.COMMUNE, organisation.commune())
                .text(Schema.TELEPHONE, organisation.phone());
        if (organisation.fictitious())
            it.truth(Terms.FICTITIOUS, true);
    }

    private static void place(Statements it, Entry.Place place) {
        it.a(Dct.LOCATION).texts(Rdfs.LABEL, place.name()).concept(Dct.IS_PART_OF, Scheme.COMMUNE, place.commune());
        it.nested(Locn.ADDRESS_PROPERTY).a(Locn.ADDRESS).text(Locn.THOROUGHFARE, place.streetFr(), "fr")
                .text(Locn.THOROUGHFARE, place.streetNl(), "nl").text(Locn.LOCATOR_DESIGNATOR, place.number())
                .text(Locn.POST_CODE, place.postcode());
        it.nested(Schema.NAMESPACE + "amenityFeature").a(Schema.NAMESPACE + "LocationFeatureSpecification")
                .text(Schema.NAMESPACE + "name", "step-free access")
                .truth(Schema.NAMESPACE + "value", place.stepFree());
    }

    private void service(Statements it, Entry.Service service) {
        it.a(Cpsv.PUBLIC_SERVICE).texts(Dct.TITLE, service.name()).texts(Dct.DESCRIPTION, service.summary())
                .concept(Terms.SERVICE_TYPE, Scheme.SERVICE_TYPE, service.type())
                .link(Cv.HAS_COMPETENT_AUTHORITY, address.of(service.organisation()))
                .concepts(Terms.NEED, Scheme.NEED, service.needs())
                .concepts(Terms.TARGET_GROUP, Scheme.TARGET_GROUP, service.targets())
                .concepts(Terms.EVIDENCE_KIND, Scheme.KIND, service.evidence());
    }

    private void offer(Graph graph, Entry.Offer offer) {
        Statements it = about(graph, offer).a(Terms.OFFER, Cv.CHANNEL).texts(Dct.TITLE, offer.name())
                .link(Terms.OFFER_OF, address.of(offer.service()))
                .link(Terms.OFFERED_BY, address.of(offer.service().organisation()))
                .concepts(Terms.DESK_LANGUAGE, Scheme.LANGUAGE, offer.languages())
                .concept(Terms.ADMISSION_MODE, Scheme.ADMISSION_MODE, offer.admission())
                .text(Schema.TELEPHONE, offer.phone());
        new Statements(graph, NodeFactory.createURI(address.of(Kind.SERVICE, offer.service().id()))).link(
                Cv.HAS_CHANNEL,
                address.of(offer));
        switch (offer.where()) {
            case Where.At at -> it.link(Schema.NAMESPACE + "location", address.of(at.place()))
                    .concepts(Dct.SPATIAL, Scheme.COMMUNE, at.communes());
            case Where.Confidential hidden -> it.truth(Terms.CONFIDENTIAL_ADDRESS, true)
                    .concepts(Dct.SPATIAL, Scheme.COMMUNE, hidden.communes());
            case Where.Around around -> it.concepts(Terms.SERVES, Scheme.COMMUNE, around.communes());
        }
        offer.openings().forEach(opening -> opening(it, opening));
    }

    private static void opening(Statements offer, Opening opening) {
        String day = opening.day().name();
        offer.nested(Schema.OPENING_HOURS_SPECIFICATION_PROPERTY).a(Schema.OPENING_HOURS_SPECIFICATION)
                .link(Schema.DAY_OF_WEEK,
                        Schema.NAMESPACE + day.charAt(0) + day.substring(1).toLowerCase(java.util.Locale.ROOT))
                .value(Schema.OPENS, opening.opens() + ":00", XSDDatatype.XSDtime)
                .value(Schema.CLOSES, opening.closes() + ":00", XSDDatatype.XSDtime);
    }
}
