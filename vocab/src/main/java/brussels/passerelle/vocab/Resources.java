package brussels.passerelle.vocab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The files of this jar, for those who publish them as they are. */
public final class Resources {

    /** Every Turtle file: the terms and one file per list. Together they are the source of everything else here. */
    public static final List<String> TURTLE = List.of("terms.ttl", "kinds.ttl", "purposes.ttl", "needs.ttl",
            "target-groups.ttl", "service-types.ttl", "sectors.ttl", "admission-modes.ttl", "ethos.ttl",
            "languages.ttl", "communes.ttl", "regions.ttl");

    /** The JSON-LD context of what the registry publishes. */
    public static final String CONTEXT = "context.jsonld";

    /** Outlines of the communes, simplified, WGS 84; each feature has the property {@code refnis}. */
    public static final String COMMUNES = "communes.geojson";

    private Resources() {}

    /** The file's bytes; the caller closes. An unknown name is a programming error. */
    public static InputStream open(String name) {
        InputStream stream = Resources.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalArgumentException("no such resource: " + name);
        }
        return stream;
    }

    /** The file's text. */
    public static String text(String name) {
        try (InputStream stream = open(name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
