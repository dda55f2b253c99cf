package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// That a mask was set: what it showed at its beginning, so that its end can tell what was deleted under it.
///
/// @param view   id of the mask's view
/// @param papers ids of the papers it was given
public record MaskNote(String view, Instant until, List<String> papers) {

    static MaskNote read(Fields in) throws Damaged {
        var mask = new MaskNote(in.id("view"), in.time("until"), ids(in, "papers"));
        in.end();
        return mask;
    }

    Map<String, @Nullable Object> json() {
        return Json.object("view", view, "until", Fields.time(until), "papers", papers);
    }

    /// A list of ids, which may be empty.
    static List<String> ids(Fields in, String name) throws Damaged {
        var ids = in.texts(name);
        for (String id : ids)
            Base64Url.decode(id, 16);
        return ids;
    }
}
