package brussels.passerelle.demo.realm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a token of the portal says, member by member; no default scope adds anything. */
final class Mappers {
    private Mappers() {}

    static List<Map<String, Object>> all() {
        return List.of(mapper("sub", "oidc-sub-mapper", Map.of()),
                mapper("username", "oidc-usermodel-attribute-mapper", claim("preferred_username", "username")),
                mapper("organisation", "oidc-usermodel-attribute-mapper", claim("organisation", "organisation")),
                mapper("team", "oidc-usermodel-attribute-mapper", claim("team", "team")),
                mapper("roles", "oidc-usermodel-realm-role-mapper",
                        Map.of("claim.name", "roles", "jsonType.label", "String", "multivalued", "true")),
                mapper("consent", "oidc-audience-mapper", Map.of("included.custom.audience", "consent-api")),
                mapper("registry", "oidc-audience-mapper", Map.of("included.custom.audience", "registry-api")));
    }

    private static Map<String, String> claim(String name, String attribute) {
        return Map.of("claim.name", name, "user.attribute", attribute, "jsonType.label", "String");
    }

    /** In the access token only: the identity token serves nothing but signing out. */
    private static Map<String, Object> mapper(String name, String kind, Map<String, String> settings) {
        var config = new LinkedHashMap<String, String>(settings);
        config.put("access.token.claim", "true");
        config.put("id.token.claim", "false");
        config.put("userinfo.token.claim", "false");
        config.put("introspection.token.claim", "false");
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }
}
