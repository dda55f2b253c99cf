package brussels.passerelle.client;

import java.time.Instant;

/// What a sign-in yields.
///
/// @param account the identity provider's `sub`
/// @param expires the server's time
record Tokens(String access, String account, Instant expires) {

    @Override
    public String toString() {
        return "Tokens of " + account;
    }
}
