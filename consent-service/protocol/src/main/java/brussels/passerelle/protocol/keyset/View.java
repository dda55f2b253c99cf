package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.Hkdf;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Secret;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the server hands out to whoever signs in: its own half of the master key, the other half sealed to every slot, and the
/// account's secrets under the master key. Neither half is worth anything alone.
///
/// @param share  the server's half, 32 bytes in base64url
/// @param sealed the other half, one text per slot
/// @param keys   the account's secrets
public record View(String view, String share, List<SlotText> sealed, String keys) {

    static View read(Fields fields) throws Damaged {
        var view = new View(fields.id("view"), fields.hash("share"), slotTexts(fields, "sealed"), fields.text("keys"));
        fields.end();
        return view;
    }

    Map<String, @Nullable Object> json() {
        return Json.object("view", view, "share", share, "sealed", jsonOf(sealed), "keys", keys);
    }

    /// The master key, from the half that a slot opened.
    Secret master(Secret half, String account) throws Damaged {
        byte[] info = ("passerelle/1/view|" + account + "|" + view).getBytes(StandardCharsets.UTF_8);
        return Secret.of(Hkdf.derive(half.bytes(), Base64Url.decode(share, 32), info, 32));
    }

    static List<SlotText> slotTexts(Fields fields, String name) throws Damaged {
        var texts = new ArrayList<SlotText>();
        for (Fields item : fields.objects(name)) {
            texts.add(new SlotText(item.id("slot"), item.text("jwe")));
            item.end();
        }
        return List.copyOf(texts);
    }

    static List<Object> jsonOf(List<SlotText> texts) {
        var json = new ArrayList<Object>();
        for (SlotText text : texts)
            json.add(Json.object("slot", text.slot(), "jwe", text.jwe()));
        return json;
    }
}
