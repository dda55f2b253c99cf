package brussels.passerelle.protocol.jose;

import java.util.Set;

/// Every kind of signature of suite 1: ES256, compact JWS, and exactly these header members.
public enum SignedType {
    ACCOUNT("passerelle-account+jws"),
    SLOTS("passerelle-slots+jws"),
    HALF("passerelle-half+jws"),
    MANIFEST("passerelle-manifest+jws"),
    LOAN("passerelle-loan+jws", "jwk"),
    MANDATE("passerelle-mandate+jws", "jwk"),
    MANDATE_PIN("passerelle-mandate-pin+jws"),
    RECOVERING("passerelle-recovering+jws"),
    ERASE("passerelle-erase+jws", "jwk"),
    SIGN_IN("passerelle-sign-in+jws"),
    DOOR("passerelle-door+jws", "kid"),
    LIFT("passerelle-lift+jws", "kid"),
    AGENCY_KEY("passerelle-agency-key+jws", "kid"),
    FUNCTION_KEY("passerelle-function-key+jws");

    private final String typ;
    private final String extra;

    SignedType(String typ) {
        this(typ, "");
    }

    SignedType(String typ, String extra) {
        this.typ = typ;
        this.extra = extra;
    }

    public String typ() {
        return typ;
    }

    /// The header members: all of them, and no other.
    Set<String> members() {
        return extra.isEmpty() ? Set.of("alg", "typ") : Set.of("alg", "typ", extra);
    }
}
