package brussels.passerelle.protocol.keyset;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What may be wrapped for which slot: exactly one passphrase, every slot of the list there, and of each kind what it needs.
final class WrapRules {
    private static final Set<String> KINDS = Set.of("passphrase", "passkey", "device", "recovery", "kit");

    private WrapRules() {}

    static void demand(List<Wrapped> wrapped, SlotList list) throws Damaged {
        var bySlot = bySlot(wrapped);
        if (!bySlot.keySet().equals(list.ids())
                || list.slots().stream().filter(slot -> slot.kind().equals(Slot.PASSPHRASE)).count() != 1)
            throw new Damaged();
        for (SlotList.Entry slot : list.slots()) {
            var entries = bySlot.getOrDefault(slot.slot(), List.of());
            if (!KINDS.contains(slot.kind()) || !fits(slot.kind(), entries))
                throw new Damaged();
            for (Wrapped entry : entries)
                if (entry.jwe() != null)
                    Sealed.shape(SealedType.SLOT, entry.jwe());
        }
    }

    private static Map<String, List<Wrapped>> bySlot(List<Wrapped> wrapped) {
        var bySlot = new HashMap<String, List<Wrapped>>();
        for (Wrapped entry : wrapped)
            bySlot.computeIfAbsent(entry.slot(), slot -> new ArrayList<>()).add(entry);
        return bySlot;
    }

    /// A passphrase that changes has its old and its new text; one that takes a code's place keeps the code's door till then.
    private static boolean fits(String kind, List<Wrapped> entries) {
        long doors = entries.stream().filter(entry -> entry.door() != null).count();
        long texts = entries.stream().filter(entry -> entry.jwe() != null).count();
        return switch (kind) {
            case Slot.PASSPHRASE -> texts == entries.size() && entries.size() <= 2 && doors < entries.size();
            case "device" -> entries.size() == 1 && texts == 0 && doors == 1;
            default -> entries.size() == 1 && texts == 1 && doors == 1;
        };
    }
}
