package brussels.passerelle.protocol.keyset;

/// The half of a view, sealed to a slot.
///
/// @param slot the slot's id
/// @param jwe  compact JWE
public record SlotText(String slot, String jwe) {}
