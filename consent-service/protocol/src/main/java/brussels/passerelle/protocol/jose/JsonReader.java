package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A recursive descent over one JSON text. Own code, because the parsers at hand accept comments, single quotes or doubled
/// members, and two readers of one signed text must never see two different things.
final class JsonReader {
    private static final int MAX_DEPTH = 32;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
    private final CharBuffer in;
    private int depth;

    JsonReader(CharBuffer in) {
        this.in = in;
    }

    Map<String, @Nullable Object> document() throws Damaged {
        skipSpace();
        if (peek() != '{')
            throw new Damaged();
        var object = object();
        skipSpace();
        if (in.hasRemaining())
            throw new Damaged();
        return object;
    }

    private @Nullable Object value() throws Damaged {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> text();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case 'n' -> literal("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> object() throws Damaged {
        enter('{');
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (boolean more = !leaves('}'); more; more = comma('}')) {
            skipSpace();
            String name = text();
            skipSpace();
            expect(':');
            if (members.containsKey(name))
                throw new Damaged();
            members.put(name, value());
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> list() throws Damaged {
        enter('[');
        List<@Nullable Object> items = new ArrayList<>();
        for (boolean more = !leaves(']'); more; more = comma(']'))
            items.add(value());
        depth--;
        return items;
    }

    private void enter(char open) throws Damaged {
        expect(open);
        if (++depth > MAX_DEPTH)
            throw new Damaged();
    }

    private boolean leaves(char close) throws Damaged {
        skipSpace();
        if (peek() != close)
            return false;
        in.get();
        return true;
    }

    private boolean comma(char close) throws Damaged {
        if (leaves(close))
            return false;
        expect(',');
        return true;
    }

    private String text() throws Damaged {
        expect('"');
        var text = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < 0x20)
                throw new Damaged();
            text.append(c == '\\' ? escape() : c);
        }
        return text.toString();
    }

    private char escape() throws Damaged {
        return switch (next()) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw new Damaged();
        };
    }

    private int hex() throws Damaged {
        char c = next();
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0)
            throw new Damaged();
        return digit;
    }

    private Object number() throws Damaged {
        var matcher = NUMBER.matcher(in);
        if (!matcher.lookingAt())
            throw new Damaged();
        String text = matcher.group();
        in.position(in.position() + text.length());
        boolean whole = matcher.group(2) == null && matcher.group(3) == null;
        try {
            return whole ? (Object) Long.valueOf(text) : (Object) Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Damaged();
        }
    }

    private @Nullable Object literal(String word, @Nullable Object value) throws Damaged {
        for (int i = 0; i < word.length(); i++)
            expect(word.charAt(i));
        return value;
    }

    private void skipSpace() {
        while (in.hasRemaining() && " \t\n\r".indexOf(in.get(in.position())) >= 0)
            in.get();
    }

    private char peek() throws Damaged {
        if (!in.hasRemaining())
            throw new Damaged();
        return in.get(in.position());
    }

    private char next() throws Damaged {
        if (!in.hasRemaining())
            throw new Damaged();
        return in.get();
    }

    private void expect(char wanted) throws Damaged {
        if (next() != wanted)
            throw new Damaged();
    }
}
