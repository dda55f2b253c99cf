package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import java.util.List;
import java.util.Set;

/// The parts of a compact serialisation (RFC 7515, 7516), each in its one base64url form, and the header they begin with.
record Compact(List<String> parts, Fields header) {

    static Compact parse(String text, int count, Set<String> members) throws Damaged {
        var parts = List.of(text.split("\\.", -1));
        if (parts.size() != count)
            throw new Damaged();
        for (String part : parts)
            Base64Url.decode(part);
        var json = Json.parse(Base64Url.decode(parts.getFirst()));
        if (!json.keySet().equals(members))
            throw new Damaged();
        return new Compact(parts, Fields.of(json));
    }
}
