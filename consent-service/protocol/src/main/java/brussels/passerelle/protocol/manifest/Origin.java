package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a paper comes from: its earlier versions, the agency that deposited it, the helper who added it.
///
/// @param earlier versions that are still kept, oldest first
public record Origin(List<Earlier> earlier, @Nullable Deposit from, @Nullable Helper by) {
    public static final Origin OWN = new Origin(List.of(), null, null);

    public Origin {
        earlier = List.copyOf(earlier);
    }

    /// An earlier version with its own data key.
    public record Earlier(int version, String key, String hash, long size, String type, Instant added) {

        public PaperVersion paperVersion(String paper) {
            return new PaperVersion(paper, version);
        }

        @Override
        public String toString() {
            return "Earlier " + version;
        }
    }

    /// Deposited by an agency.
    ///
    /// @param name of the agency
    /// @param by   of the worker
    public record Deposit(String agency, String name, String by, Instant at) {}

    /// Added under a mandate.
    public record Helper(String mandate, String name) {}

    static Origin read(Fields in) throws Damaged {
        var earlier = new ArrayList<Earlier>();
        if (in.has("earlier")) {
            for (Fields one : in.objects("earlier"))
                earlier.add(earlier(one));
        }
        return new Origin(earlier, deposit(in.optionalObject("from")), helper(in.optionalObject("by")));
    }

    void write(Map<String, @Nullable Object> json) {
        if (!earlier.isEmpty())
            json.put("earlier", earlier.stream().<Object>map(one -> Json.object("version", one.version, "key", one.key,
                    "hash", one.hash, "size", one.size, "type", one.type, "added", Fields.time(one.added))).toList());
        if (from != null)
            json.put("from", Json.object("agency", from.agency, "name", from.name, "by", from.by, "at",
                    Fields.time(from.at)));
        if (by != null)
            json.put("by", Json.object("mandate", by.mandate, "name", by.name));
    }

    private static Earlier earlier(Fields in) throws Damaged {
        var earlier = new Earlier(in.version("version"), in.hash("key"), in.hash("hash"), in.number("size"),
                in.text("type"), in.time("added"));
        in.end();
        return earlier;
    }

    private static @Nullable Deposit deposit(@Nullable Fields in) throws Damaged {
        if (in == null)
            return null;
        var deposit = new Deposit(in.name("agency"), in.text("name"), in.text("by"), in.time("at"));
        in.end();
        return deposit;
    }

    private static @Nullable Helper helper(@Nullable Fields in) throws Damaged {
        if (in == null)
            return null;
        var helper = new Helper(in.id("mandate"), in.text("name"));
        in.end();
        return helper;
    }
}
