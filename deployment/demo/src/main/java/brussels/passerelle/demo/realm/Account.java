package brussels.passerelle.demo.realm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A person of the realm.
 *
 * @param username     in its normal form
 * @param authSecret   64 hexadecimal digits derived from the passphrase; the passphrase itself never comes here
 * @param roles        names of realm roles
 * @param organisation the registry's id of the organisation they work for
 * @param team         the function within it
 */
public record Account(String username, String authSecret, List<String> roles, @Nullable String organisation,
        @Nullable String team) {
    Map<String, Object> representation() {
        var attributes = new LinkedHashMap<String, Object>();
        if (organisation != null)
            attributes.put("organisation", List.of(organisation));
        if (team != null)
            attributes.put("team", List.of(team));
        return Map.of("username", username, "enabled", true, "realmRoles", roles, "attributes", attributes,
                "requiredActions", List.of(),
                "credentials", List.of(Map.of("type", "password", "temporary", false, "value", authSecret)));
    }

    /** What a person never sees in a log or a message. */
    @Override
    public String toString() {
        return username;
    }
}
