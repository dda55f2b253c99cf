package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import com.nimbusds.jose.jwk.ECKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The members of one JSON object, taken one by one. Every taker demands presence and shape; [#end()] then refuses what
/// nobody asked for, so that a signed text has no corner in which something else could hide.
public final class Fields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
    private final Map<String, @Nullable Object> members;
    private final Set<String> taken = new HashSet<>();

    private Fields(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    public static Fields of(byte[] json) throws Damaged {
        return new Fields(Json.parse(json));
    }

    public static Fields of(Map<String, @Nullable Object> members) {
        return new Fields(members);
    }

    /// The text of a time as suite 1 writes it: UTC, whole seconds, `Z`.
    public static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// Demands `suite: 1`.
    public Fields suite1() throws Damaged {
        if (number("suite") != 1)
            throw new Damaged();
        return this;
    }

    /// Demands that the member is this very text.
    public void expect(String name, String wanted) throws Damaged {
        if (!text(name).equals(wanted))
            throw new Damaged();
    }

    public String text(String name) throws Damaged {
        if (take(name) instanceof String text)
            return text;
        throw new Damaged();
    }

    /// The text, or null when the member is present and null.
    public @Nullable String textOrNull(String name) throws Damaged {
        return take(name) == null ? null : text(name);
    }

    /// The text, or null when the member is absent.
    public @Nullable String optionalText(String name) throws Damaged {
        return members.containsKey(name) ? text(name) : null;
    }

    /// An identifier that others chose: account, agency, function, notation. Never contains `|`, the separator in key
    /// derivation.
    public String name(String name) throws Damaged {
        String text = text(name);
        if (!NAME.matcher(text).matches())
            throw new Damaged();
        return text;
    }

    /// An identifier of ours: 16 bytes in base64url.
    public String id(String name) throws Damaged {
        String text = text(name);
        Base64Url.decode(text, 16);
        return text;
    }

    public byte[] bytes(String name, int length) throws Damaged {
        return Base64Url.decode(text(name), length);
    }

    /// A SHA-256 value, kept as its base64url text: content hash or key thumbprint.
    public String hash(String name) throws Damaged {
        String text = text(name);
        Base64Url.decode(text, 32);
        return text;
    }

    /// A whole number of at least 0.
    public long number(String name) throws Damaged {
        if (take(name) instanceof Long number && number >= 0 && number < 1L << 53)
            return number;
        throw new Damaged();
    }

    /// A version: a whole number of at least 1.
    public int version(String name) throws Damaged {
        long number = number(name);
        if (number < 1 || number > Integer.MAX_VALUE)
            throw new Damaged();
        return (int) number;
    }

    /// A place in a list, from 0.
    public int index(String name) throws Damaged {
        long number = number(name);
        if (number > Integer.MAX_VALUE)
            throw new Damaged();
        return (int) number;
    }

    public boolean flag(String name) throws Damaged {
        if (take(name) instanceof Boolean flag)
            return flag;
        throw new Damaged();
    }

    public Instant time(String name) throws Damaged {
        String text = text(name);
        try {
            if (TIME.matcher(text).matches())
                return Instant.parse(text);
            throw new Damaged();
        } catch (DateTimeException e) {
            throw new Damaged();
        }
    }

    public ECKey publicKey(String name) throws Damaged {
        return P256.readPublic(object(name));
    }

    public ECKey privateKey(String name) throws Damaged {
        return P256.readPrivate(object(name));
    }

    public Fields object(String name) throws Damaged {
        return asObject(take(name));
    }

    /// The object, or null when the member is absent.
    public @Nullable Fields optionalObject(String name) throws Damaged {
        return members.containsKey(name) ? object(name) : null;
    }

    public List<Fields> objects(String name) throws Damaged {
        var objects = new ArrayList<Fields>();
        for (Object item : list(name))
            objects.add(asObject(item));
        return objects;
    }

    public List<String> texts(String name) throws Damaged {
        var texts = new ArrayList<String>();
        for (Object item : list(name)) {
            if (!(item instanceof String text))
                throw new Damaged();
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    /// All members that are texts of texts, such as names by language.
    public Map<String, String> textsByName(String name) throws Damaged {
        var object = object(name);
        var texts = new TreeMap<String, String>();
        for (String key : object.members.keySet())
            texts.put(key, object.text(key));
        return Map.copyOf(texts);
    }

    /// The whole object as text, for a reader that takes it from there.
    public byte[] json() {
        return Json.bytes(members);
    }

    /// Whether the member is there, and null.
    public boolean isNull(String name) {
        return members.containsKey(name) && members.get(name) == null;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// Refuses members that nobody took.
    public void end() throws Damaged {
        if (!taken.equals(members.keySet()))
            throw new Damaged();
    }

    private List<?> list(String name) throws Damaged {
        if (take(name) instanceof List<?> list)
            return list;
        throw new Damaged();
    }

    private @Nullable Object take(String name) throws Damaged {
        if (!members.containsKey(name))
            throw new Damaged();
        taken.add(name);
        return members.get(name);
    }

    @SuppressWarnings("unchecked") // Json makes no other maps.
    private static Fields asObject(@Nullable Object value) throws Damaged {
        if (value instanceof Map<?, ?> map)
            return new Fields((Map<String, @Nullable Object>) map);
        throw new Damaged();
    }
}
