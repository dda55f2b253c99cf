package brussels.passerelle.demo.realm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.nimbusds.jose.util.JSONObjectUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealmTest {
    private static final String ORIGIN = "http://localhost:9080";
    private final Map<String, Object> realm = parsed(new Realm("passerelle-1000", ORIGIN, "secret",
            List.of(new Account("worker", "a".repeat(64), List.of("worker"), "cpas-molenbeek", "accueil"))));

    @Test
    void theOnlyWayInIsOurStepAndEveryOtherIsClosed() {
        assertEquals(Flows.OURS, realm.get("browserFlow"));
        for (var flow : List.of("registrationFlow", "directGrantFlow", "resetCredentialsFlow",
                "dockerAuthenticationFlow",
                "firstBrokerLoginFlow")) {
            assertEquals(Flows.CLOSED, realm.get(flow), flow);
        }
        var steps = objects(realm, "authenticationFlows").stream()
                .collect(Collectors.toMap(flow -> (String) flow.get("alias"),
                        flow -> objects(flow, "authenticationExecutions")));
        assertEquals(Set.of(Flows.OURS, Flows.CLOSED), steps.keySet());
        assertEquals(List.of("passerelle-sign-in"), authenticators(steps, Flows.OURS));
        assertEquals(List.of("deny-access-authenticator"), authenticators(steps, Flows.CLOSED));
        assertTrue(steps.values().stream().flatMap(List::stream)
                .allMatch(step -> "REQUIRED".equals(step.get("requirement"))));
    }

    @Test
    void onlyOurTwoClientsAreOnAndNeitherTakesAPasswordDirectly() {
        var clients = objects(realm, "clients");
        assertEquals(Set.of("portal", "accounts"), clients.stream().filter(client -> (boolean) client.get("enabled"))
                .map(client -> (String) client.get("clientId")).collect(Collectors.toSet()));
        assertTrue(clients.stream().map(client -> client.get("clientId")).toList().containsAll(Clients.BUILT_IN));
        for (var client : clients) {
            assertEquals(false, client.get("directAccessGrantsEnabled"));
            assertEquals(false, client.get("implicitFlowEnabled"));
            assertEquals(List.of(), client.get("webOrigins"));
        }
    }

    @Test
    void thePortalGetsBoundTokensOfMinutesAndNothingThatLivesLonger() {
        var portal = objects(realm, "clients").stream().filter(client -> "portal".equals(client.get("clientId")))
                .findFirst().orElseThrow();
        assertEquals(List.of(ORIGIN + "/signed-in"), portal.get("redirectUris"));
        var attributes = object(portal, "attributes");
        assertEquals("S256", attributes.get("pkce.code.challenge.method"));
        assertEquals("true", attributes.get("dpop.bound.access.tokens"));
        assertEquals("false", attributes.get("use.refresh.tokens"));
        assertEquals(300L, realm.get("accessTokenLifespan"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrationAllowed", "resetPasswordAllowed", "rememberMe", "verifyEmail",
            "loginWithEmailAllowed",
            "editUsernameAllowed", "eventsEnabled", "permanentLockout"})
    void isOff(String setting) {
        assertEquals(false, realm.get(setting));
    }

    @Test
    void wrongTriesMakeWaitAndLockNobodyOut() {
        assertEquals(true, realm.get("bruteForceProtected"));
        assertEquals("LINEAR", realm.get("bruteForceStrategy"));
        assertEquals(List.of(5L, 2L, 30L, 0L), List.of(realm.get("failureFactor"), realm.get("waitIncrementSeconds"),
                realm.get("maxFailureWaitSeconds"), realm.get("quickLoginCheckMilliSeconds")));
    }

    @Test
    void onlyADerivedSecretIsAPassword() {
        var policy = (String) realm.get("passwordPolicy");
        assertTrue(policy.contains("length(64) and maxLength(64) and regexPattern(^[0-9a-f]{64}$)"), policy);
    }

    @Test
    void aNewAccountIsAHoldersAndPagesForPasskeysAreShut() {
        assertEquals("default-roles-passerelle-1000", object(realm, "defaultRole").get("name"));
        var byDefault = objects(object(realm, "roles"), "realm").stream()
                .filter(role -> (boolean) role.get("composite")).toList();
        assertEquals(List.of(Map.of("realm", List.of("holder"))),
                byDefault.stream().map(role -> role.get("composites")).toList());
        assertEquals(false, realm.get("webAuthnPolicyPasswordlessPasskeysEnabled"));
        assertEquals(List.of(), realm.get("requiredActions"));
    }

    @Test
    void theServiceMayManagePeopleAndNothingElse() {
        var service = objects(realm, "users").getFirst();
        assertEquals("accounts", service.get("serviceAccountClientId"));
        assertEquals(Map.of("realm-management", List.of("manage-users")), service.get("clientRoles"));
    }

    @Test
    void nothingIsAskedOfAPersonButAName() {
        var profile = Profile.component().toString();
        for (var field : List.of("firstName", "lastName", "phone", "birth"))
            assertFalse(profile.contains(field), field);
    }

    /** Otherwise a person could write the key of somebody else into their own account, or read who uses what. */
    @Test
    void doorsAreTheAdministratorsAlone() throws ParseException {
        var config = (String) ((List<?>) object(Profile.component(), "config").get("kc.user.profile.config"))
                .getFirst();
        var door = objects(JSONObjectUtils.parse(config), "attributes").stream()
                .filter(one -> "door".equals(one.get("name"))).findFirst().orElseThrow();
        assertEquals(Map.of("view", List.of("admin"), "edit", List.of("admin")), door.get("permissions"));
        assertEquals(true, door.get("multivalued"));
        assertFalse(Mappers.all().toString().contains("door"), "no token names one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ورد-123-456", "zoë-456-789", "agency-admin", "名前-000-111", "a1"})
    void aNameOfAnyScriptIsAName(String name) {
        assertTrue(Pattern.matches(Profile.USERNAME, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "a b", "a@b", "<a>", "a/b"})
    void whatIsNotANameIsRefused(String name) {
        assertFalse(Pattern.matches(Profile.USERNAME, name));
    }

    @Test
    void aPersonsSecretIsNotInTheirDescription() {
        assertEquals("x", new Account("x", "f".repeat(64), List.of(), null, null).toString());
    }

    private static List<Object> authenticators(Map<String, List<Map<String, Object>>> steps, String flow) {
        return steps.getOrDefault(flow, List.of()).stream().map(step -> step.get("authenticator")).toList();
    }

    private static Map<String, Object> parsed(Realm realm) {
        try {
            return JSONObjectUtils.parse(realm.json());
        } catch (ParseException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(Map<String, Object> object, String name) {
        return (List<Map<String, Object>>) object.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Map<String, Object> object, String name) {
        return (Map<String, Object>) object.get(name);
    }
}
