package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the holder arranged beside papers and loans. Files of before these members lack them; writers always write the
/// lists, so that a wallet that uses none of it looks like one that does.
///
/// @param favourites ids of the papers that a mask shows in two taps
/// @param unfinished files whose sending was begun and whose paper is not listed yet
public record Arrangements(List<String> favourites, List<MaskNote> masks, List<Mandate> mandates, @Nullable Kit kit,
        List<Unfinished> unfinished) {
    public static final Arrangements NONE = new Arrangements(List.of(), List.of(), List.of(), null, List.of());

    /// A file that was to become this paper.
    public record Unfinished(String id, String title, Instant at) {}

    public Arrangements {
        favourites = List.copyOf(favourites);
        masks = List.copyOf(masks);
        mandates = List.copyOf(mandates);
        unfinished = List.copyOf(unfinished);
    }

    static Arrangements read(Fields in) throws Damaged {
        return new Arrangements(in.has("favourites") ? MaskNote.ids(in, "favourites") : List.of(),
                all(in, "masks", MaskNote::read), all(in, "mandates", Mandate::read),
                Kit.read(in.optionalObject("kit")), all(in, "unfinished", Arrangements::unfinished));
    }

    void write(Map<String, @Nullable Object> json) {
        json.put("favourites", favourites);
        json.put("masks", masks.stream().map(MaskNote::json).toList());
        json.put("mandates", mandates.stream().map(Mandate::json).toList());
        if (kit != null)
            json.put("kit", kit.json());
        json.put("unfinished", unfinished.stream().<Object>map(one -> Json.object("id", one.id, "title", one.title,
                "at", Fields.time(one.at))).toList());
    }

    private static Unfinished unfinished(Fields in) throws Damaged {
        var one = new Unfinished(in.id("id"), in.text("title"), in.time("at"));
        in.end();
        return one;
    }

    private interface Reader<T> {
        T read(Fields in) throws Damaged;
    }

    private static <T> List<T> all(Fields in, String name, Reader<T> reader) throws Damaged {
        var all = new ArrayList<T>();
        if (in.has(name)) {
            for (Fields item : in.objects(name))
                all.add(reader.read(item));
        }
        return all;
    }
}
