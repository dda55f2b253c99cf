package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of a view.
///
/// @param version    from 1, one more at each change
/// @param previous   SHA-256 of the previous sealed text, base64url; null for the first
/// @param checkpoint the last log checkpoint this wallet has seen, its whole text; null before the first
public record Manifest(String account, String view, int version, @Nullable String previous, @Nullable String checkpoint,
        List<Paper> papers, List<Block> blocks, List<LoanNote> loans, List<KnownAgency> agencies,
        Arrangements arrangements) {

    /// The manifest of a wallet that holds nothing yet.
    public static Manifest empty(String account, String view) {
        return new Manifest(account, view, 1, null, null, List.of(), List.of(), List.of(), List.of(),
                Arrangements.NONE);
    }

    /// The next version, with these contents.
    public Manifest next(String previousHash, @Nullable String seenCheckpoint, List<Paper> newPapers,
            List<LoanNote> newLoans, List<KnownAgency> newAgencies) {
        return new Manifest(account, view, version + 1, previousHash, seenCheckpoint, List.copyOf(newPapers), blocks,
                List.copyOf(newLoans), List.copyOf(newAgencies), arrangements);
    }

    @Override
    public String toString() {
        return "Manifest " + version;
    }

    static Manifest read(byte[] json) throws Damaged {
        var in = Fields.of(json).suite1();
        String previous = in.textOrNull("previous");
        var manifest = new Manifest(in.name("account"), in.id("view"), in.version("version"),
                previous == null ? null : in.hash("previous"), in.textOrNull("checkpoint"),
                all(in, "papers", Paper::read),
                all(in, "blocks", Block::read), all(in, "loans", LoanNote::read),
                all(in, "agencies", KnownAgency::read), Arrangements.read(in));
        in.end();
        return manifest;
    }

    byte[] json() {
        var json = Json.object("suite", 1, "account", account, "view", view, "version", version, "previous", previous,
                "checkpoint", checkpoint, "papers", papers.stream().map(Paper::json).toList(), "blocks",
                blocks.stream().map(Block::json).toList(), "loans", loans.stream().map(LoanNote::json).toList(),
                "agencies", agencies.stream().map(KnownAgency::json).toList());
        arrangements.write(json);
        return Json.bytes(json);
    }

    private interface Reader<T> {
        T read(Fields in) throws Damaged;
    }

    private static <T> List<T> all(Fields in, String name, Reader<T> reader) throws Damaged {
        var all = new ArrayList<T>();
        for (Fields item : in.objects(name))
            all.add(reader.read(item));
        return List.copyOf(all);
    }
}
