package brussels.passerelle.edge.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a verified token speaks for.
 *
 * @param account the identity provider's subject
 * @param organisation registry id of the organisation the account works for; null for holders
 * @param team function id inside that organisation; null for holders
 * @param issuedAt when the token was made, in whole seconds
 */
public record Caller(String account, String username, Set<Role> roles, @Nullable String organisation,
        @Nullable String team, Instant issuedAt) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The same caller with another token. */
    public Caller at(Instant issued) {
        return new Caller(account, username, roles, organisation, team, issued);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
