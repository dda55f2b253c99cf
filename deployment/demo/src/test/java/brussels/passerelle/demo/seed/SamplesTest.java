package brussels.passerelle.demo.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void everyEntryOfThePdfsTablePointsAtItsObject() {
        var pdf = new String(Pdf.page("Titre (é)", List.of("Une ligne \\ avec tout")), StandardCharsets.ISO_8859_1);
        var entries = Pattern.compile("(\\d{10}) 00000 n ").matcher(pdf);
        for (var number = 1; entries.find(); number++) {
            assertTrue(pdf.startsWith(number + " 0 obj", Integer.parseInt(entries.group(1))), "object " + number);
        }
        var table = Integer.parseInt(pdf.substring(pdf.indexOf("startxref") + 10).lines().findFirst().orElseThrow());
        assertTrue(pdf.startsWith("xref", table));
        assertTrue(pdf.contains("(Titre \\(é\\))") && pdf.endsWith("%%EOF\n"));
    }

    @Test
    void thePictureIsAPicture() throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(Picture.card()));
        assertEquals(856, picture.getWidth());
        assertEquals(540, picture.getHeight());
    }
}
