package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A loan as the server tells its holder.
///
/// @param state   `offered`, `given`, `paused`, `expired` or `ended`
/// @param endedAt null while it has not ended
public record Loan(String id, String agency, String function, String state, List<String> actions, Instant from,
        Instant until, @Nullable Instant endedAt, List<PaperVersion> items) {

    static Loan read(Fields in) throws Damaged {
        var items = new ArrayList<PaperVersion>();
        for (Fields item : in.objects("items"))
            items.add(new PaperVersion(item.id("paper"), item.version("version")));
        String ended = in.optionalText("endedAt");
        return new Loan(in.id("loan"), in.name("agency"), in.name("function"), in.text("state"), in.texts("actions"),
                in.time("from"), in.time("until"), ended == null ? null : Instant.parse(ended), List.copyOf(items));
    }
}
