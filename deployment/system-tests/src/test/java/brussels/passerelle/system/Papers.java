package brussels.passerelle.system;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.random.RandomGenerator;

import javax.imageio.ImageIO;

import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Real papers, made on the spot: a scanned-looking PDF with an embedded font, and the photo a phone would take. */
final class Papers {
    private Papers() {}

    /** Two pages; the sentence is drawn on the first one and stands in clear in the document's information. */
    static byte[] pdf(String sentence) {
        try (var document = new PDDocument(); var out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setSubject(sentence);
            var font = PDType0Font.load(document,
                    PDDocument.class
                            .getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"));
            page(document, font, "Attestation", sentence);
            page(document, font, "Annexe", "Page 2");
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document, PDFont font, String title, String text) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(JPEGFactory.createFromImage(document, picture(300, 120)), 60, 600, 300, 120);
            line(content, font, 24, 760, title);
            line(content, font, 13, 560, text);
        }
    }

    private static void line(PDPageContentStream content, PDFont font, int size, int y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(60, y);
        content.showText(text);
        content.endText();
    }

    static byte[] photo() {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(picture(1200, 1600), "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage picture(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = RandomGenerator.of("L64X128MixRandom");
        var pen = image.createGraphics();
        pen.setColor(new Color(0xF4EFE6));
        pen.fillRect(0, 0, width, height);
        for (var i = 0; i < 60; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            pen.fillOval(random.nextInt(width), random.nextInt(height), width / 10, height / 10);
        }
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, height / 12));
        pen.drawString("CARTE", width / 10, height / 2);
        pen.dispose();
        return image;
    }
}
