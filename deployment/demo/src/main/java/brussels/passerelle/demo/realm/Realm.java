package brussels.passerelle.demo.realm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * The realm, as what the identity provider imports. Holds derived secrets: it is made at start and written nowhere.
 *
 * @param name   part of every address and of every derivation, so it never changes
 * @param origin where the portal is, e.g. {@code http://localhost:8080}
 * @param secret of the client {@code accounts}
 * @param people accounts to begin with
 */
public record Realm(String name, String origin, String secret, List<Account> people) {
    static final List<String> ROLES = List.of("holder", "helper", "worker", "agency-admin", "registry-editor",
            "auditor");
    static final List<String> LANGUAGES = List.of("fr", "nl", "en", "de", "ar");

    /** The document for {@code POST /admin/realms}. */
    public String json() {
        return JSONObjectUtils.toJSONString(representation());
    }

    Map<String, Object> representation() {
        var realm = new LinkedHashMap<String, Object>();
        realm.put("realm", name);
        realm.put("displayName", "Passerelle");
        realm.put("enabled", true);
        realm.put("sslRequired", "external");
        accounts(realm);
        realm.putAll(Slowdown.settings());
        lifespans(realm);
        flows(realm);
        realm.put("clients", Clients.of(origin, secret));
        realm.put("clientScopes", List.of());
        realm.put("defaultDefaultClientScopes", List.of());
        realm.put("defaultOptionalClientScopes", List.of());
        realm.put("scopeMappings", List.of(Map.of("client", "portal", "roles", ROLES)));
        realm.put("components", Map.of("org.keycloak.userprofile.UserProfileProvider", List.of(Profile.component())));
        pages(realm);
        roles(realm);
        realm.put("users", users());
        return realm;
    }

    private static void accounts(Map<String, Object> realm) {
        for (var door : List.of("registrationAllowed", "resetPasswordAllowed", "rememberMe", "verifyEmail",
                "loginWithEmailAllowed",
                "editUsernameAllowed", "registrationEmailAsUsername", "userManagedAccessAllowed",
                "organizationsEnabled")) {
            realm.put(door, false);
        }
        realm.put("duplicateEmailsAllowed", true);
        // The secret is already stretched by Argon2id in the browser: hashing it again at length would only slow sign-in.
        realm.put("passwordPolicy",
                "length(64) and maxLength(64) and regexPattern(^[0-9a-f]{64}$) and hashAlgorithm(pbkdf2-sha512) "
                        + "and hashIterations(1000)");
        realm.put("requiredActions", List.of());
        // A passkey opens a door of ours; pages of the identity provider that ask for one stay shut.
        realm.put("webAuthnPolicyPasswordlessPasskeysEnabled", false);
    }

    /** Tokens of minutes; a session lives only from the code to the sign-out that follows at once. */
    private static void lifespans(Map<String, Object> realm) {
        realm.put("accessTokenLifespan", 300);
        realm.put("accessCodeLifespan", 60);
        realm.put("accessCodeLifespanLogin", 300);
        realm.put("accessCodeLifespanUserAction", 300);
        realm.put("ssoSessionIdleTimeout", 300);
        realm.put("ssoSessionMaxLifespan", 600);
        realm.put("revokeRefreshToken", true);
    }

    private static void flows(Map<String, Object> realm) {
        realm.put("authenticationFlows", Flows.all());
        realm.put("authenticatorConfig", List.of());
        realm.put("browserFlow", Flows.OURS);
        for (var other : List.of("registrationFlow", "directGrantFlow", "resetCredentialsFlow",
                "dockerAuthenticationFlow",
                "firstBrokerLoginFlow")) {
            realm.put(other, Flows.CLOSED);
        }
    }

    private static void pages(Map<String, Object> realm) {
        realm.put("internationalizationEnabled", true);
        realm.put("supportedLocales", LANGUAGES);
        realm.put("defaultLocale", "fr");
        realm.put("browserSecurityHeaders", Map.of("contentSecurityPolicy",
                "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; "
                        + "frame-ancestors 'none'",
                "contentSecurityPolicyReportOnly", "", "xContentTypeOptions", "nosniff", "xFrameOptions", "DENY",
                "xRobotsTag", "none", "referrerPolicy", "no-referrer", "strictTransportSecurity",
                "max-age=31536000; includeSubDomains"));
        // Who signed in when is not written down by the identity provider: neither in its database nor in its log.
        realm.put("eventsEnabled", false);
        realm.put("eventsListeners", List.of());
        realm.put("adminEventsEnabled", false);
    }

    private void roles(Map<String, Object> realm) {
        var byDefault = "default-roles-" + name;
        var roles = new ArrayList<Map<String, Object>>();
        for (var role : ROLES)
            roles.add(Map.of("name", role, "composite", false));
        roles.add(Map.of("name", byDefault, "composite", true, "composites", Map.of("realm", List.of("holder"))));
        realm.put("roles", Map.of("realm", roles));
        realm.put("defaultRole", Map.of("name", byDefault));
    }

    private List<Map<String, Object>> users() {
        var users = new ArrayList<Map<String, Object>>();
        users.add(Map.of("username", "service-account-accounts", "enabled", true, "serviceAccountClientId", "accounts",
                "clientRoles",
                Map.of("realm-management", List.of("manage-users"))));
        for (var person : people)
            users.add(person.representation());
        return users;
    }

    @Override
    public String toString() {
        return "Realm " + name;
    }
}
