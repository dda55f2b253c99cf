package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A keyset as it travels: everything signed or sealed, nothing readable.
///
/// @param card    signed [AccountCard]
/// @param slots   signed [SlotList]
/// @param wrapped each slot's private key under the slot's secret
public record Keyset(String card, String slots, List<SlotText> wrapped, View view) {

    /// Reads the JSON of the API; says nothing yet about signatures.
    public static Keyset parse(byte[] json) throws Damaged {
        var fields = Fields.of(json);
        var keyset = new Keyset(fields.text("card"), fields.text("slots"), View.slotTexts(fields, "wrapped"),
                View.read(fields.object("view")));
        fields.end();
        return keyset;
    }

    public byte[] json() {
        return Json
                .bytes(Json.object("card", card, "slots", slots, "wrapped", View.jsonOf(wrapped), "view", view.json()));
    }

    /// What the server demands before it keeps a keyset: card and slot list of this account signed by the card's key, every
    /// slot wrapped and sealed to exactly once, every sealed text of the right shape.
    public Verified verify(String account) throws Damaged {
        var verifiedCard = AccountCard.verify(card);
        var list = SlotList.verify(slots, verifiedCard.signing());
        if (!verifiedCard.account().equals(account) || !list.account().equals(account))
            throw new Damaged();
        if (list.slots().isEmpty())
            throw new Damaged();
        demand(wrapped, SealedType.SLOT, list.ids());
        demand(view.sealed(), SealedType.SEALED, list.ids());
        Sealed.shape(SealedType.KEYS, view.keys());
        return new Verified(verifiedCard, list);
    }

    /// A keyset's public part, proven.
    public record Verified(AccountCard card, SlotList slots) {}

    private static void demand(List<SlotText> texts, SealedType type, Set<String> slots) throws Damaged {
        var seen = new HashSet<String>();
        for (SlotText text : texts) {
            Sealed.shape(type, text.jwe());
            if (!seen.add(text.slot()))
                throw new Damaged();
        }
        if (!seen.equals(slots))
            throw new Damaged();
    }
}
