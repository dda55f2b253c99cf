package brussels.passerelle.protocol.keyset;

/// A sealed text that belongs to a slot: its wrapped private key, or the half of a view sealed to it.
///
/// @param slot the slot's id
/// @param jwe  compact JWE
public record SlotText(String slot, String jwe) {}
