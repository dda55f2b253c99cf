package brussels.passerelle.protocol.agency;

import brussels.passerelle.protocol.Damaged;

/// What an agency's key is for.
public enum KeyUse {
    ENC,
    SIG;

    /// As written in statements: `enc` or `sig`.
    public String notation() {
        return this == ENC ? "enc" : "sig";
    }

    public static KeyUse of(String notation) throws Damaged {
        return switch (notation) {
            case "enc" -> ENC;
            case "sig" -> SIG;
            default -> throw new Damaged();
        };
    }
}
