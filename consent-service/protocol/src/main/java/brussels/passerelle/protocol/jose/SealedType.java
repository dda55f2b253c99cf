package brussels.passerelle.protocol.jose;

import java.util.Set;

/// Every kind of sealed text of suite 1: A256GCM, compact JWE, and exactly these header members.
public enum SealedType {
    KEYS("passerelle-keys+jwe", Way.DIRECT),
    SLOT("passerelle-slot+jwe", Way.DIRECT),
    MANIFEST("passerelle-manifest+jwe", Way.DIRECT),
    SEALED("passerelle-sealed+jwe", Way.TO_KEY),
    FUNCTION_KEY("passerelle-function-key+jwe", Way.TO_KEY),
    ROOT_KEY("passerelle-root-key+jwe", Way.TO_KEY),
    SHARE("passerelle-share+jwe", Way.TO_KEY),
    ARRIVAL("passerelle-arrival+jwe", Way.TO_NAMED_KEY),
    SHELF("passerelle-shelf+jwe", Way.TO_NAMED_KEY),
    LOAN("passerelle-loan+jwe", Way.TO_NAMED_KEY);

    /// How the content key comes about.
    enum Way {
        /// A key both sides have.
        DIRECT("dir"),
        /// Agreed with the reader's public key.
        TO_KEY("ECDH-ES+A256KW"),
        /// The same, and the header names the reader's key by its thumbprint.
        TO_NAMED_KEY("ECDH-ES+A256KW");

        final String alg;

        Way(String alg) {
            this.alg = alg;
        }

        /// The header members: all of them, and no other.
        Set<String> members() {
            return switch (this) {
                case DIRECT -> Set.of("alg", "enc", "typ");
                case TO_KEY -> Set.of("alg", "enc", "typ", "epk");
                case TO_NAMED_KEY -> Set.of("alg", "enc", "typ", "epk", "kid");
            };
        }
    }

    private final String typ;
    private final Way way;

    SealedType(String typ, Way way) {
        this.typ = typ;
        this.way = way;
    }

    public String typ() {
        return typ;
    }

    Way way() {
        return way;
    }
}
