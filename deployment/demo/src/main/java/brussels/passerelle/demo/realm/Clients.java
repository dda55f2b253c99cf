package brussels.passerelle.demo.realm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who may ask the realm for tokens: our portal, our server for making accounts, and nobody else. */
final class Clients {
    /** What the identity provider brings along; each has pages or grants that we do not want. */
    static final List<String> BUILT_IN = List.of("account", "account-console", "admin-cli", "broker",
            "security-admin-console");

    private Clients() {}

    static List<Map<String, Object>> of(String origin, String secret) {
        var closed = BUILT_IN.stream().map(Clients::closed);
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(portal(origin), accounts(secret)), closed)
                .toList();
    }

    /** The browser application: code with PKCE, tokens bound to its key, nothing that lives longer than a token. */
    private static Map<String, Object> portal(String origin) {
        var client = closed("portal");
        client.put("enabled", true);
        client.put("publicClient", true);
        client.put("standardFlowEnabled", true);
        client.put("redirectUris", List.of(origin + "/signed-in"));
        client.put("protocolMappers", Mappers.all());
        client.put("attributes", Map.of("pkce.code.challenge.method", "S256", "dpop.bound.access.tokens", "true",
                "use.refresh.tokens", "false", "post.logout.redirect.uris", origin + "/signed-in",
                "access.token.lifespan", "300"));
        return client;
    }

    /** The consent service, which makes accounts and replaces secrets through the internal port. */
    private static Map<String, Object> accounts(String secret) {
        var client = closed("accounts");
        client.put("enabled", true);
        client.put("serviceAccountsEnabled", true);
        client.put("fullScopeAllowed", true);
        client.put("clientAuthenticatorType", "client-secret");
        client.put("secret", secret);
        client.put("attributes", Map.of("use.refresh.tokens", "false", "client_credentials.use_refresh_token", "false",
                "access.token.lifespan", "60"));
        return client;
    }

    private static Map<String, Object> closed(String id) {
        var client = new LinkedHashMap<String, Object>();
        client.put("clientId", id);
        client.put("protocol", "openid-connect");
        client.put("enabled", false);
        client.put("publicClient", false);
        client.put("standardFlowEnabled", false);
        client.put("implicitFlowEnabled", false);
        client.put("directAccessGrantsEnabled", false);
        client.put("serviceAccountsEnabled", false);
        client.put("fullScopeAllowed", false);
        client.put("frontchannelLogout", false);
        client.put("redirectUris", List.of());
        client.put("webOrigins", List.of());
        client.put("defaultClientScopes", List.of());
        client.put("optionalClientScopes", List.of());
        return client;
    }
}
