package brussels.passerelle.vocab;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.SKOS;

/** The Turtle, read by Jena: what everything else in this module is measured against. */
record Source(Model model) {

    static final Property RANK = ResourceFactory.createProperty(Terms.RANK);
    static final Property PICTOGRAM = ResourceFactory.createProperty(Terms.PICTOGRAM);
    static final Property POST_CODE = ResourceFactory.createProperty(Terms.POST_CODE);

    static Source read() {
        Model all = ModelFactory.createDefaultModel();
        Resources.TURTLE.forEach(name -> all.add(read(name)));
        return new Source(all);
    }

    static Model read(String name) {
        Model model = ModelFactory.createDefaultModel();
        try (InputStream stream = Resources.open(name)) {
            RDFDataMgr.read(model, stream, Lang.TURTLE);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
        return model;
    }

    /** The entries of a list in the order in which they are shown. */
    List<Resource> concepts(Scheme scheme) {
        return model.listSubjectsWithProperty(SKOS.inScheme, model.createResource(scheme.iri())).toList().stream()
                .sorted(Comparator.comparingInt(concept -> concept.getRequiredProperty(RANK).getInt())).toList();
    }

    static String notation(Resource concept) {
        return concept.getRequiredProperty(SKOS.notation).getString();
    }

    static String pictogram(Resource concept) {
        return concept.getRequiredProperty(PICTOGRAM).getString();
    }

    static Optional<Resource> broader(Resource concept) {
        return Optional.ofNullable(concept.getProperty(SKOS.broader)).map(Statement::getResource);
    }

    static List<String> postCodes(Resource concept) {
        return concept.listProperties(POST_CODE).mapWith(Statement::getString).toList().stream().sorted().toList();
    }

    /** Language tag to text, in the order of the tags. */
    static Map<String, String> texts(Resource concept, Property property) {
        Map<String, String> texts = new TreeMap<>();
        concept.listProperties(property)
                .forEach(statement -> texts.put(statement.getLanguage(), statement.getString()));
        return texts;
    }
}
