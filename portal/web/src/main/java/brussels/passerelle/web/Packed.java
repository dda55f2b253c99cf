package brussels.passerelle.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Scripts, styles and pictures in gzip, packed once and kept. Only what is the same for everybody: an answer with somebody's secret in it, packed
 * together with what an attacker chose, tells the secret by its length (BREACH), so pages and the API are never packed.
 */
final class Packed {
    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final List<String> FOLDERS = List.of("/app/", "/look/");
    private static final Pattern WORTH_PACKING = Pattern.compile(".*\\.(js|css|svg|wasm|json|bcmap)");
    private static final Pattern CODING = Pattern
            .compile("\\s*([\\w*-]+)\\s*(?:;\\s*q\\s*=\\s*([01](?:\\.[0-9]{0,3})?)\\s*)?");

    /** Bytes, and their tag: another coding of the same file has another one (RFC 9110, 8.8.3.3). */
    private static final class Answer {
        final byte[] bytes;
        final String type;
        final String tag;

        Answer(byte[] bytes, String type) {
            this.bytes = bytes;
            this.type = type;
            tag = tag(bytes);
        }
    }

    private final ServletContext context;
    private final Map<String, Optional<Answer>> packed = new ConcurrentHashMap<>();

    Packed(ServletContext context) {
        this.context = context;
    }

    /** False: it is for others to answer, as it is. */
    boolean answered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
        if (!concerns(path) || !METHODS.contains(request.getMethod())) {
            return false;
        }
        response.addHeader("Vary", "Accept-Encoding");
        if (!accepts(request.getHeader("Accept-Encoding")) || request.getHeader("Range") != null) {
            return false;
        }
        var answer = packed.computeIfAbsent(path, this::pack).orElse(null);
        if (answer == null) {
            return false;
        }
        send(answer, request.getHeader("If-None-Match"), response);
        return true;
    }

    static boolean concerns(String path) {
        return FOLDERS.stream().anyMatch(path::startsWith) && WORTH_PACKING.matcher(path).matches();
    }

    /** Whether a browser that sends this takes gzip; an explicit refusal counts before a star (RFC 9110, 12.5.3). */
    static boolean accepts(@Nullable String header) {
        var best = -1.0;
        var star = -1.0;
        for (var coding : (header == null ? "" : header).split(",", -1)) {
            var read = CODING.matcher(coding);
            if (read.matches()) {
                var weight = read.group(2) == null ? 1.0 : Double.parseDouble(read.group(2));
                var name = read.group(1).toLowerCase(Locale.ROOT);
                best = name.equals("gzip") ? weight : best;
                star = name.equals("*") ? weight : star;
            }
        }
        return best >= 0 ? best > 0 : star > 0;
    }

    private static void send(Answer answer, @Nullable String known, HttpServletResponse response) throws IOException {
        response.setHeader("ETag", answer.tag);
        if (known != null && known.contains(answer.tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(answer.type);
        response.setHeader("Content-Encoding", "gzip");
        response.setContentLength(answer.bytes.length);
        response.getOutputStream().write(answer.bytes);
    }

    private Optional<Answer> pack(String path) {
        try (var plain = context.getResourceAsStream(path)) {
            if (plain == null) {
                return Optional.empty();
            }
            var bytes = gzip(plain);
            var type = Optional.ofNullable(context.getMimeType(path)).orElse("application/octet-stream");
            return Optional.of(new Answer(bytes, type));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] gzip(InputStream plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (OutputStream out = new Thorough(bytes)) {
            plain.transferTo(out);
        }
        return bytes.toByteArray();
    }

    private static String tag(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return "\"" + HexFormat.of().formatHex(digest, 0, 16) + "-gzip\"";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Thorough extends GZIPOutputStream {
        Thorough(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
