package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.Hkdf;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the server hands out to whoever signs in: its own half of the master key, the other half sealed to every slot, and the
/// account's secrets under the master key. Neither half is worth anything alone.
///
/// @param share  the server's half, 32 bytes in base64url
/// @param sealed the other half, one text per slot
/// @param keys   the account's secrets
public record View(String view, String share, List<SlotText> sealed, String keys) {

    /// A new view and the key of its manifest.
    record Made(View view, Secret manifestKey) {}

    static Made make(AccountKeys keys, List<SlotList.Entry> slots) {
        try (var half = Secret.random(32)) {
            String id = Secret.randomId();
            var sealed = slots.stream().map(slot -> Slot.sealHalf(slot, keys, id, half)).toList();
            var empty = new View(id, Base64Url.encode(Secret.randomBytes(32)), sealed, "");
            try (var master = empty.master(half, keys.account())) {
                return new Made(new View(id, empty.share, sealed, keys.seal(master)), manifestKey(master));
            }
        } catch (Damaged e) {
            throw new IllegalStateException("our own view", e);
        }
    }

    static Secret manifestKey(Secret master) {
        return Hkdf.derive(master, "passerelle/1/manifest", 32);
    }

    public static View read(Fields fields) throws Damaged {
        var view = new View(fields.id("view"), fields.hash("share"), slotTexts(fields), fields.text("keys"));
        fields.end();
        return view;
    }

    public Map<String, @Nullable Object> json() {
        return Json.object("view", view, "share", share, "sealed", jsonOf(sealed), "keys", keys);
    }

    /// What the server demands: sealed to each of these slots exactly once, every text of its shape.
    public void demand(Set<String> slots) throws Damaged {
        var seen = new HashSet<String>();
        for (SlotText text : sealed) {
            Sealed.shape(SealedType.SEALED, text.jwe());
            if (!seen.add(text.slot()))
                throw new Damaged();
        }
        if (!seen.equals(slots))
            throw new Damaged();
        Sealed.shape(SealedType.KEYS, keys);
    }

    /// The master key, from the half that a slot opened.
    Secret master(Secret half, String account) throws Damaged {
        byte[] info = ("passerelle/1/view|" + account + "|" + view).getBytes(StandardCharsets.UTF_8);
        return Secret.of(Hkdf.derive(half.bytes(), Base64Url.decode(share, 32), info, 32));
    }

    private static List<SlotText> slotTexts(Fields fields) throws Damaged {
        var texts = new ArrayList<SlotText>();
        for (Fields item : fields.objects("sealed")) {
            texts.add(new SlotText(item.id("slot"), item.text("jwe")));
            item.end();
        }
        return List.copyOf(texts);
    }

    private static List<Object> jsonOf(List<SlotText> texts) {
        var json = new ArrayList<Object>();
        for (SlotText text : texts)
            json.add(Json.object("slot", text.slot(), "jwe", text.jwe()));
        return json;
    }
}
