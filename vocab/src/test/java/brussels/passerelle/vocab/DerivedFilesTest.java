package brussels.passerelle.vocab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The files that programs read say what the Turtle says, to the byte. After a change of the Turtle,
 * {@code mvn -pl vocab test -Dtest=DerivedFilesTest -DargLine=-Dvocab.write=true} writes them anew.
 */
class DerivedFilesTest {

    private static final Path FOLDER = Path.of("src/main/resources/brussels/passerelle/vocab");

    @ParameterizedTest
    @ValueSource(strings = {"concepts.json", "concepts.properties", "pictograms.txt"})
    void saysWhatTheTurtleSays(String name) throws IOException {
        Derivation derivation = new Derivation(Source.read());
        String derived = switch (name) {
            case "concepts.json" -> derivation.json();
            case "concepts.properties" -> derivation.properties();
            default -> derivation.pictograms();
        };
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("vocab.write")) {
            Files.writeString(file, derived, UTF_8);
        }
        assertEquals(Files.readString(file, UTF_8), derived);
    }
}
