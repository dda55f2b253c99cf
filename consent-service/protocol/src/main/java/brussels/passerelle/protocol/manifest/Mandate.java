package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the holder remembers of a mandate: whom it is for, by which keys, what they may do, and how long.
///
/// @param account    of the helper
/// @param name       as the holder knows them
/// @param signing    ES256, public, from the helper's card
/// @param encryption ECDH-ES, public, from the helper's card
/// @param rights     some of `add`, `file`, `print`, `ask`, `read`, each at most once
/// @param papers     what is laid out for the helper; null for a blind one
public record Mandate(String id, String account, String name, ECKey signing, ECKey encryption, List<String> rights,
        Instant from, Instant until, @Nullable List<String> papers) {
    private static final Set<String> RIGHTS = Set.of("add", "file", "print", "ask", "read");

    @Override
    public String toString() {
        return "Mandate " + id;
    }

    static Mandate read(Fields in) throws Damaged {
        var mandate = new Mandate(in.id("id"), in.name("account"), in.text("name"), in.publicKey("signing"),
                in.publicKey("encryption"), in.texts("rights"), in.time("from"), in.time("until"),
                in.has("papers") ? in.texts("papers") : null);
        in.end();
        if (!RIGHTS.containsAll(mandate.rights) || mandate.rights.stream().distinct().count() != mandate.rights.size())
            throw new Damaged();
        return mandate;
    }

    Map<String, @Nullable Object> json() {
        var json = Json.object("id", id, "account", account, "name", name, "signing", P256.publicJwk(signing),
                "encryption",
                P256.publicJwk(encryption), "rights", rights, "from", Fields.time(from), "until", Fields.time(until));
        if (papers != null)
            json.put("papers", papers);
        return json;
    }
}
