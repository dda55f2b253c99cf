package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A slot's private key under a secret of the slot, and the door the same secret signs in with.
///
/// @param jwe  compact JWE; null for a device, which keeps its key itself
/// @param door ES256, public; null for a passphrase, which has a sign-in secret instead
public record Wrapped(String slot, @Nullable String jwe, @Nullable ECKey door) {

    static List<Wrapped> read(Fields fields) throws Damaged {
        var all = new ArrayList<Wrapped>();
        for (Fields item : fields.objects("wrapped")) {
            all.add(new Wrapped(item.id("slot"), item.optionalText("jwe"),
                    item.has("door") ? item.publicKey("door") : null));
            item.end();
        }
        return List.copyOf(all);
    }

    Map<String, @Nullable Object> json() {
        var json = Json.object("slot", slot);
        if (jwe != null)
            json.put("jwe", jwe);
        if (door != null)
            json.put("door", P256.publicJwk(door));
        return json;
    }
}
