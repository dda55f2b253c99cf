package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import java.time.Instant;
import java.util.List;

/// An opened account: its secrets and the key of the view's manifest. Close it to forget them.
public record Unlocked(AccountKeys keys, String view, Secret manifestKey) implements AutoCloseable {

    /// A keyset and what it opens to, for a new account.
    public record Fresh(Keyset keyset, Unlocked unlocked) {}

    /// Makes the keys of a new account with one passphrase slot.
    public static Fresh create(String account, Secret wrapKey, Instant now) {
        var keys = AccountKeys.fresh(account);
        var slot = new Slot(account, Secret.randomId(), Slot.PASSPHRASE, P256.generate(), keys.signing().toPublicJWK());
        var list = new SlotList(account, 1,
                List.of(new SlotList.Entry(slot.slot(), slot.kind(), slot.key().toPublicJWK(), now)));
        var made = View.make(keys, list.slots());
        var keyset = new Keyset(keys.card().sign(keys.signing()), list.sign(keys.signing()),
                List.of(slot.wrap(wrapKey, null)), made.view());
        return new Fresh(keyset, new Unlocked(keys, made.view().view(), made.manifestKey()));
    }

    /// A view of the same account, sealed to its slots, with what it opens to.
    public record Mask(View view, Unlocked unlocked) {}

    /// Makes a view under fresh keys: whoever opens it holds nothing that opens another view's manifest.
    ///
    /// @param slots all of the account's, so that each of them opens it
    public Mask mask(List<SlotList.Entry> slots) {
        var made = View.make(keys, slots);
        return new Mask(made.view(), new Unlocked(keys, made.view().view(), made.manifestKey()));
    }

    /// Opens a keyset that a server handed out, in the order that leaves it no say: slot, anchor, slot list, half, master key,
    /// secrets. Any failure is [Damaged] and nothing of it is used.
    public static Unlocked open(Keyset served, String account, Secret wrapKey) throws Damaged {
        var slot = unwrap(served.wrapped(), wrapKey);
        if (!slot.account().equals(account))
            throw new Damaged();
        var list = SlotList.verify(served.slots(), slot.anchor());
        if (!list.account().equals(account))
            throw new Damaged();
        if (!P256.same(list.entry(slot.slot()).key(), slot.key()))
            throw new Damaged();
        try (var half = slot.openHalf(served.view()); var master = served.view().master(half, account)) {
            var keys = AccountKeys.open(served.view().keys(), master);
            if (!keys.account().equals(account) || !P256.same(keys.signing(), slot.anchor()))
                throw new Damaged();
            demandCard(served.card(), keys);
            return new Unlocked(keys, served.view().view(), View.manifestKey(master));
        }
    }

    @Override
    public void close() {
        keys.close();
        manifestKey.close();
    }

    @Override
    public String toString() {
        return "Unlocked";
    }

    static Slot unwrap(List<Wrapped> wrapped, Secret secret) throws Damaged {
        var failure = new Damaged();
        for (Wrapped text : wrapped) {
            try {
                return Slot.unwrap(text, secret);
            } catch (Damaged e) {
                failure = e; // another slot perhaps, with another secret: try the next
            }
        }
        throw failure;
    }

    /// The card is what others will believe about this account: a server that shows a different one is caught here.
    private static void demandCard(String card, AccountKeys keys) throws Damaged {
        var shown = AccountCard.verify(card);
        boolean own = shown.account().equals(keys.account()) && P256.same(shown.signing(), keys.signing())
                && P256.same(shown.encryption(), keys.encryption());
        if (!own)
            throw new Damaged();
    }
}
