package brussels.passerelle.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.look.Asset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the browser gets to run. */
class BundleTest {
    private static final Path APP = Path.of(System.getProperty("app.assets"), "app");

    @Test
    void theMainScriptKnowsTheDigestOfWhatLoadsLate() throws IOException {
        var main = Files.readString(APP.resolve("app.js"));
        for (var file : new String[]{"pdf.js", "worker.js", "archive.js"}) {
            var late = Asset.of("/app/" + file, Files.newInputStream(APP.resolve(file)));
            assertTrue(main.contains(late.address()), file);
            assertTrue(main.contains(late.integrity()), file);
        }
    }

    @Test
    void nothingEvaluatesText() throws IOException {
        var evaluates = Pattern.compile("\\beval\\(|\\bnew Function\\(|document\\.write\\(");
        assertFalse(evaluates.matcher(Files.readString(APP.resolve("app.js"))).find());
        assertFalse(evaluates.matcher(Files.readString(APP.resolve("pdf.js"))).find());
    }

    /** But for the keys of one's own device, in IndexedDB: that only one file speaks of it, the tests of the sources see to. */
    @Test
    void nothingIsKeptInTheBrowser() throws IOException {
        var keeps = Pattern.compile("localStorage|sessionStorage|document\\.cookie|caches\\.open");
        assertFalse(keeps.matcher(Files.readString(APP.resolve("app.js"))).find());
    }

    @Test
    void thePdfReaderHasWhatOldScansNeed() {
        for (var needed : new String[]{"pdf/wasm/openjpeg.wasm", "pdf/wasm/jbig2.wasm",
                "pdf/cmaps/UniJIS-UTF16-H.bcmap", "pdf/standard_fonts"}) {
            assertTrue(Files.exists(APP.resolve(needed)), needed);
        }
    }
}
