package brussels.passerelle.vocab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunesTest {

    private static final String REFNIS = "http://vocab.belgif.be/auth/refnis2025/";

    @Test
    void brusselsHasNineteenCommunesInOneOfThreeRegions() {
        assertEquals(IntStream.rangeClosed(21001, 21019).mapToObj(code -> REFNIS + code).toList(),
                Scheme.COMMUNE.concepts().stream().map(Concept::iri).toList());
        assertEquals(Set.of(REFNIS + 2000, REFNIS + 3000, REFNIS + 4000),
                Scheme.REGION.concepts().stream().map(Concept::iri).collect(Collectors.toSet()));
        Scheme.COMMUNE.concepts().forEach(commune -> assertEquals("4000", commune.broader().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"1080, 21012", "1000, 21004", "1020, 21004", "1210, 21014", "1150, 21019"})
    void aPostCodeLeadsToItsCommune(String postCode, String refnis) {
        assertEquals(refnis, Communes.byPostCode(postCode).orElseThrow().notation());
    }

    @ParameterizedTest
    @CsvSource({"4000", "108", "10800", "''", "21012"})
    void anyOtherTextLeadsNowhere(String text) {
        assertTrue(Communes.byPostCode(text).isEmpty());
    }

    @Test
    void everyCommuneCanBeFoundByPostCode() {
        Set<String> reached = IntStream.rangeClosed(1000, 1299).mapToObj(Integer::toString)
                .flatMap(postCode -> Communes.byPostCode(postCode).stream()).map(Concept::notation)
                .collect(Collectors.toSet());
        assertEquals(19, reached.size());
    }

    @Test
    void everyCommuneHasAnOutlineAndOutlinesDoNotOverlap() {
        Map<String, Path2D> outlines = outlines();
        assertEquals(Scheme.COMMUNE.concepts().stream().map(Concept::notation).collect(Collectors.toSet()),
                outlines.keySet());
        int inside = 0;
        for (int x = 0; x < 300; x++) {
            for (int y = 0; y < 300; y++) {
                double longitude = 4.23 + x * 0.0009;
                double latitude = 50.75 + y * 0.0006;
                Set<String> at = outlines.entrySet().stream().filter(e -> e.getValue().contains(longitude, latitude))
                        .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
                assertTrue(at.size() < 2, at + " at " + longitude + " " + latitude);
                inside += at.size();
            }
        }
        // The outlines as published cover 156 square kilometres; a cell is about 63.3 by 66.8 metres.
        assertEquals(36_900, inside, 300);
    }

    @ParameterizedTest
    @CsvSource({"4.3517, 50.8466, 21004", "4.3370, 50.8570, 21012", "4.3030, 50.8330, 21001", "4.4270, 50.7990, 21017"})
    void knownPointsLieInTheirCommune(double longitude, double latitude, String refnis) {
        outlines().forEach(
                (code, outline) -> assertEquals(code.equals(refnis), outline.contains(longitude, latitude), code));
    }

    private static Map<String, Path2D> outlines() {
        Map<String, Path2D> outlines = new TreeMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(Resources.text(Resources.COMMUNES)))) {
            reader.readObject().getJsonArray("features").forEach(value -> {
                JsonObject feature = value.asJsonObject();
                JsonObject geometry = feature.getJsonObject("geometry");
                Path2D outline = new Path2D.Double(Path2D.WIND_EVEN_ODD);
                JsonArray coordinates = geometry.getJsonArray("coordinates");
                if (geometry.getString("type").equals("Polygon")) {
                    coordinates.forEach(ring -> draw(outline, ring));
                } else {
                    coordinates.forEach(polygon -> polygon.asJsonArray().forEach(ring -> draw(outline, ring)));
                }
                outlines.put(feature.getJsonObject("properties").getString("refnis"), outline);
            });
        }
        return outlines;
    }

    private static void draw(Path2D outline, JsonValue ring) {
        JsonArray points = ring.asJsonArray();
        assertEquals(points.getFirst(), points.getLast(), "a ring ends where it begins");
        for (int i = 0; i < points.size(); i++) {
            double longitude = points.getJsonArray(i).getJsonNumber(0).doubleValue();
            double latitude = points.getJsonArray(i).getJsonNumber(1).doubleValue();
            if (i == 0) {
                outline.moveTo(longitude, latitude);
            } else {
                outline.lineTo(longitude, latitude);
            }
        }
        outline.closePath();
    }
}
