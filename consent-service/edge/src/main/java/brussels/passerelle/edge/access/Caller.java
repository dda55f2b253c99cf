package brussels.passerelle.edge.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a verified token speaks for.
 *
 * @param account the identity provider's subject
 * @param organisation registry id of the organisation the account works for; null for holders
 * @param team function id inside that organisation; null for holders
 */
public record Caller(String account, String username, Set<Role> roles, @Nullable String organisation,
        @Nullable String team) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
