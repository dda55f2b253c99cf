package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// JSON as RFC 8259 has it, read strictly (no comments, no doubled members, depth 32) and written canonically (RFC 8785).
///
/// Values are `Map<String, Object>`, `List<Object>`, `String`, `Long`, `Double`, `Boolean` and `null`. Fractions can be read
/// but not written: suite 1 has none, and writing them canonically needs ECMAScript's number formatting.
public final class Json {
    private static final long SAFE = (1L << 53) - 1;

    private Json() {}

    /// Reads one JSON object in well-formed UTF-8.
    public static Map<String, @Nullable Object> parse(byte[] utf8) throws Damaged {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            return JsonReader.document(text);
        } catch (CharacterCodingException e) {
            throw new Damaged();
        }
    }

    /// An object from names and values in turn.
    public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /// The canonical text (RFC 8785): members sorted by UTF-16 code units, shortest escapes, no white space.
    ///
    /// @throws IllegalArgumentException for fractions, integers beyond 2^53 - 1 and lone surrogates
    public static String write(@Nullable Object value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    /// The canonical text in UTF-8.
    public static byte[] bytes(@Nullable Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean b -> out.append(b.booleanValue());
            case Integer i -> out.append(i.intValue());
            case Long l when Math.abs(l) <= SAFE -> out.append(l.longValue());
            case String s -> quote(s, out);
            case List<?> list -> list(list, out);
            case Map<?, ?> map -> object(map, out);
            default -> throw new IllegalArgumentException("no canonical form");
        }
    }

    private static void list(List<?> list, StringBuilder out) {
        out.append('[');
        String between = "";
        for (Object item : list) {
            out.append(between);
            write(item, out);
            between = ",";
        }
        out.append(']');
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, value) -> sorted.put((String) name, value));
        out.append('{');
        String between = "";
        for (var member : sorted.entrySet()) {
            out.append(between);
            quote(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            between = ",";
        }
        out.append('}');
    }

    private static void quote(String text, StringBuilder out) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text))
            throw new IllegalArgumentException("lone surrogate");
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20)
                        out.append("\\u%04x".formatted((int) c));
                    else
                        out.append(c);
                }
            }
        }
        out.append('"');
    }
}
