package brussels.passerelle.demo.seed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A small real PDF of one page of text, with a proper table of references, for any reader (ISO 32000-1). */
final class Pdf {
    /** What the page's font encodes; other characters cannot be shown. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Integer> offsets = new ArrayList<>();

    private Pdf() {}

    static byte[] page(String title, List<String> lines) {
        return new Pdf().written(title, lines);
    }

    private byte[] written(String title, List<String> lines) {
        write("%PDF-1.7\n");
        object("<< /Type /Catalog /Pages 2 0 R >>");
        object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>");
        var content = content(title, lines);
        object("<< /Length " + content.getBytes(WESTERN).length + " >>\nstream\n" + content + "\nendstream");
        object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var table = bytes.size();
        write("xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        for (var offset : offsets)
            write(String.format(Locale.ROOT, "%010d 00000 n \n", offset));
        write("trailer\n<< /Size " + (offsets.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        return bytes.toByteArray();
    }

    private static String content(String title, List<String> lines) {
        var text = new StringBuilder("BT /F1 20 Tf 72 760 Td (" + escaped(title) + ") Tj /F1 12 Tf 0 -40 Td 18 TL\n");
        for (var line : lines)
            text.append('(').append(escaped(line)).append(") Tj T*\n");
        return text.append("ET").toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
    }

    private void object(String body) {
        offsets.add(bytes.size());
        write(offsets.size() + " 0 obj\n" + body + "\nendobj\n");
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(WESTERN));
    }
}
