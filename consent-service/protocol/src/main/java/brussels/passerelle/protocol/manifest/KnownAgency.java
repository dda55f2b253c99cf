package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An agency the holder has lent to, pinned by its root key: any other root stops the next loan.
///
/// @param root thumbprint of the root key
public record KnownAgency(String agency, String root) {

    static KnownAgency read(Fields in) throws Damaged {
        var known = new KnownAgency(in.name("agency"), in.hash("root"));
        in.end();
        return known;
    }

    Map<String, @Nullable Object> json() {
        return Json.object("agency", agency, "root", root);
    }
}
