package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A keyset as it travels: everything signed or sealed, nothing readable.
///
/// @param card    signed [AccountCard]
/// @param slots   signed [SlotList]
/// @param wrapped each slot's private key under the slot's secret; twice while a passphrase changes
public record Keyset(String card, String slots, List<Wrapped> wrapped, View view) {

    /// Reads the JSON of the API; says nothing yet about signatures.
    public static Keyset parse(byte[] json) throws Damaged {
        var fields = Fields.of(json);
        var keyset = new Keyset(fields.text("card"), fields.text("slots"), Wrapped.read(fields),
                View.read(fields.object("view")));
        fields.end();
        return keyset;
    }

    public byte[] json() {
        var json = part();
        json.put("view", view.json());
        return Json.bytes(json);
    }

    /// All but the view: what the account has whichever view is served.
    public Map<String, @Nullable Object> part() {
        return Json.object("card", card, "slots", slots, "wrapped", wrapped.stream().map(Wrapped::json).toList());
    }

    /// The keyset of a stored part and a view.
    public static Keyset join(byte[] part, View view) throws Damaged {
        var fields = Fields.of(part);
        var keyset = new Keyset(fields.text("card"), fields.text("slots"), Wrapped.read(fields), view);
        fields.end();
        return keyset;
    }

    /// What the server demands before it keeps a keyset: card and slot list of this account signed by the card's key, every
    /// slot wrapped and sealed to exactly once, every sealed text of the right shape.
    public Verified verify(String account) throws Damaged {
        var verifiedCard = AccountCard.verify(card);
        var list = SlotList.verify(slots, verifiedCard.signing());
        if (!verifiedCard.account().equals(account) || !list.account().equals(account))
            throw new Damaged();
        WrapRules.demand(wrapped, list);
        view.demand(list.ids());
        return new Verified(verifiedCard, list);
    }

    /// A keyset's public part, proven.
    public record Verified(AccountCard card, SlotList slots) {}
}
