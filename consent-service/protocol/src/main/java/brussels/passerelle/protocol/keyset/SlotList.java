package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which slots open the account, signed by the account: a slot the server adds is not in it.
public record SlotList(String account, int version, List<Entry> slots) {

    /// A slot and its public key, to which anything can be sealed without the slot's secret being present.
    public record Entry(String slot, String kind, ECKey key, Instant created) {}

    public static SlotList verify(String jws, ECKey signing) throws Damaged {
        var fields = Fields.of(Signed.verify(SignedType.SLOTS, jws, signing)).suite1();
        var slots = new ArrayList<Entry>();
        for (Fields slot : fields.objects("slots"))
            slots.add(entry(slot));
        var list = new SlotList(fields.name("account"), fields.version("version"), List.copyOf(slots));
        fields.end();
        if (list.ids().size() != slots.size())
            throw new Damaged();
        return list;
    }

    public Set<String> ids() {
        var ids = new HashSet<String>();
        for (Entry entry : slots)
            ids.add(entry.slot());
        return ids;
    }

    /// The entry of a slot that must be there.
    public Entry entry(String slot) throws Damaged {
        for (Entry entry : slots)
            if (entry.slot().equals(slot))
                return entry;
        throw new Damaged();
    }

    String sign(ECKey key) {
        var entries = new ArrayList<Object>();
        for (Entry entry : slots) {
            entries.add(Json.object("slot", entry.slot(), "kind", entry.kind(), "key", P256.publicJwk(entry.key()),
                    "created", Fields.time(entry.created())));
        }
        return Signed.sign(SignedType.SLOTS,
                Json.bytes(Json.object("suite", 1, "account", account, "version", version, "slots", entries)), key);
    }

    private static Entry entry(Fields fields) throws Damaged {
        var entry = new Entry(fields.id("slot"), fields.name("kind"), fields.publicKey("key"), fields.time("created"));
        fields.end();
        return entry;
    }
}
