package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import java.time.Instant;
import java.util.ArrayList;

/// One more way to open an account.
///
/// @param kind    `passkey`, `recovery` or `kit`
/// @param secrets of the slot
public record NewSlot(String kind, SlotSecrets secrets) {

    /// The keyset with this slot, sealed for the view that is served; other views learn of it when they are next opened.
    ///
    /// @param wrapKey of the passphrase: the view's half is not kept in memory
    public Keyset addTo(Keyset served, String account, Secret wrapKey, Instant now) throws Damaged {
        try (var unlocked = Unlocked.open(served, account, wrapKey)) {
            var by = Unlocked.unwrap(served.wrapped(), wrapKey);
            var signing = unlocked.keys().signing();
            var list = SlotList.verify(served.slots(), by.anchor());
            var slot = new Slot(account, Secret.randomId(), kind, P256.generate(), by.anchor());
            var entry = new SlotList.Entry(slot.slot(), kind, slot.key().toPublicJWK(), now);
            var entries = new ArrayList<>(list.slots());
            entries.add(entry);
            var wrapped = new ArrayList<>(served.wrapped());
            wrapped.add(slot.wrap(secrets.wrapKey(), secrets.door()));
            var view = served.view();
            var sealed = new ArrayList<>(view.sealed());
            try (var half = by.openHalf(view)) {
                sealed.add(Slot.sealHalf(entry, unlocked.keys(), view.view(), half));
            }
            return new Keyset(served.card(), new SlotList(account, list.version() + 1, entries).sign(signing), wrapped,
                    new View(view.view(), view.share(), sealed, view.keys()));
        }
    }
}
