package brussels.passerelle.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeycloakIT {
    private static KeycloakFixture keycloak;

    private final Doors doors = new Doors();
    private final SignIn browser = new SignIn(KeycloakFixture.PORTS, KeycloakFixture.SECRET);

    @BeforeAll
    static void start() throws Exception {
        keycloak = new KeycloakFixture();
    }

    @AfterAll
    static void stop() {
        keycloak.close();
    }

    @Test
    void isTheVersionWeTried() throws Exception {
        assertTrue(Files.readString(keycloak.home().resolve("version.txt")).contains("26.7.5"));
    }

    @Test
    void asksOurPageInJson() throws Exception {
        var asked = browser.begin("application/json");
        assertEquals(401, asked.statusCode());
        assertEquals(Set.of("action", "challenge"), SignIn.members(asked).keySet());
        assertTrue(SignIn.action(asked).startsWith(KeycloakFixture.PORTS.origin() + "/auth/realms/"),
                "the public address");
    }

    @Test
    void showsAnybodyElseAPageWithoutInput() throws Exception {
        var page = browser.begin("text/html");
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("lang=\"nl\"") && page.body().contains("href=\"/sign-in?lang=nl\""),
                page.body());
        assertFalse(page.body().toLowerCase(Locale.ROOT).matches("(?s).*<(form|input|button|script).*"), page.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "ورد-123-456", "zoë-456-789", "ONE"})
    void theRightSecretEndsAtOurPageWithACode(String username) throws Exception {
        var signedIn = browser.presentRightly(username);
        assertEquals(302, signedIn.statusCode(), signedIn.body());
        var location = signedIn.headers().firstValue("Location").orElseThrow();
        assertTrue(location.startsWith(KeycloakFixture.PORTS.origin() + "/signed-in?") && location.contains("code="),
                location);
    }

    @Test
    void aWrongSecretAndAnUnknownNameAreTheSame() throws Exception {
        var wrong = browser.present("two", "f".repeat(64));
        var unknown = browser.present("nobody-000-000", "f".repeat(64));
        assertEquals(401, wrong.statusCode());
        assertEquals(401, unknown.statusCode());
        assertEquals("wrongPassphrase", SignIn.members(wrong).get("error"));
        assertEquals(SignIn.members(wrong).keySet(), SignIn.members(unknown).keySet());
        assertEquals("wrongPassphrase", SignIn.members(unknown).get("error"));
    }

    @Test
    void manyWrongTriesMakeWaitAndThenTheRightOneIsLetIn() throws Exception {
        var answer = browser.present("three", "e".repeat(64));
        for (var tries = 0; tries < 8 && !"tooMany".equals(SignIn.members(answer).get("error")); tries++) {
            answer = browser.present("three", "e".repeat(64));
        }
        assertEquals("tooMany", SignIn.members(answer).get("error"));
        var seconds = ((Number) SignIn.members(answer).get("retryAfter")).longValue();
        assertTrue(seconds >= 1 && seconds <= 30, seconds + " s");
        Thread.sleep(1000 * (seconds + 1));
        assertEquals(302, browser.presentRightly("three").statusCode());
    }

    @Test
    void theNextPersonOfASharedBrowserSignsInAsThemselves() throws Exception {
        assertEquals(302, browser.presentRightly("one").statusCode());
        var asked = browser.begin("application/json");
        assertFalse(asked.body().contains("one\""), "the previous person is not named");
        assertEquals(302,
                browser.post(SignIn.action(asked), Map.of("username", "four", "password", KeycloakFixture.SECRET))
                        .statusCode());
    }

    @Test
    void aSessionThatIsStillThereSignsNobodyIn() throws Exception {
        assertEquals(302, browser.presentRightly("one").statusCode());
        var without = browser.get(browser.begin().replace("prompt=login", "prompt=none"), "application/json");
        assertFalse(without.headers().firstValue("Location").orElse("").contains("code="), "no single sign-on");
        assertEquals(401, browser.get(browser.begin().replace("prompt=login", "x=y"), "application/json").statusCode());
    }

    @Test
    void aStaleQuestionIsAskedAnewAndAnswered() throws Exception {
        var stale = SignIn.action(browser.begin("application/json"));
        var asked = browser.post(stale.replaceAll("session_code=[^&]*", "session_code=stale"),
                Map.of("username", "one", "password", "x"));
        if (asked.statusCode() == 302)
            asked = browser.get(asked.headers().firstValue("Location").orElseThrow(), "application/json");
        assertEquals(200, asked.statusCode(), asked.body());
        var answer = browser.post(SignIn.action(asked), Map.of("username", "one", "password", KeycloakFixture.SECRET));
        assertEquals(302, answer.statusCode());
    }

    @Test
    void whatAPasskeyWouldSendNeverLeadsToAForm() throws Exception {
        for (var field : List.of("authenticatorData", "error", "cancel", "tryAnotherWay")) {
            var answer = browser.post(SignIn.action(browser.begin("application/json")),
                    Map.of(field, "x", "username", "one"));
            assertFalse(answer.body().toLowerCase(Locale.ROOT).contains("type=\"password\""), field);
        }
    }

    @Test
    void aDoorSignsInAndItsChallengeServesOnce() throws Exception {
        var door = Doors.random();
        doors.write("zoë-456-789", Doors.random(), door);
        var asked = browser.begin("application/json");
        var jws = Doors.sign(door, "zoë-456-789", SignIn.challenge(asked));
        var signedIn = browser.presentDoor(asked, "zoë-456-789", jws);
        assertEquals(302, signedIn.statusCode(), signedIn.body());
        assertTrue(signedIn.headers().firstValue("Location").orElse("").contains("/signed-in?"), "ends at our page");
        assertEquals(401, browser.presentDoor(browser.begin("application/json"), "zoë-456-789", jws).statusCode());
        var wrong = browser.presentDoor(browser.begin("application/json"), "zoë-456-789", "nonsense");
        var late = Doors.sign(door, "zoë-456-789", SignIn.challenge(wrong));
        assertEquals(302, browser.presentDoor(wrong, "zoë-456-789", late).statusCode(), "each answer asks anew");
        doors.write("zoë-456-789");
        var dropped = browser.begin("application/json");
        assertEquals(401, browser.presentDoor(dropped, "zoë-456-789",
                Doors.sign(door, "zoë-456-789", SignIn.challenge(dropped))).statusCode(), "a dropped door");
    }

    @Test
    void whateverIsWrongWithADoorTheAnswerIsTheSame() throws Exception {
        var mine = Doors.random();
        var kid = mine.computeThumbprint().toString();
        var theirs = Doors.random();
        var realm = KeycloakFixture.PORTS.realm();
        doors.write("four", mine);
        doors.write("five", theirs);
        for (var jws : List.<Attempt>of(c -> Doors.sign(theirs, kid, realm, "four", c),
                c -> Doors.sign(mine, theirs.computeThumbprint().toString(), realm, "four", c),
                c -> Doors.sign(mine, kid, "passerelle", "four", c), c -> Doors.sign(mine, "five", c),
                c -> Doors.sign(theirs, "four", c), c -> Doors.sign(mine, "four", "AAAAAAAAAAAAAAAAAAAAAA"), c -> "")) {
            refused("four", jws);
            Thread.sleep(1000);
            browser.presentRightly("four");
        }
        refused("nobody-000-000", c -> Doors.sign(mine, "nobody-000-000", c));
        refused("one", c -> Doors.sign(mine, "one", c));
        var both = browser.begin("application/json");
        assertEquals(401, browser.post(SignIn.action(both), Map.of("username", "one", "password",
                KeycloakFixture.SECRET, "door", "x")).statusCode(), "a wrong door beside the right secret");
    }

    @FunctionalInterface
    private interface Attempt {
        String at(Object challenge) throws JOSEException;
    }

    private void refused(String username, Attempt attempt) throws Exception {
        var asked = browser.begin("application/json");
        var answer = browser.presentDoor(asked, username, attempt.at(SignIn.challenge(asked)));
        assertEquals(401, answer.statusCode());
        assertEquals(List.of("action", "challenge", "error"), Doors.names(answer));
        assertEquals("wrongPassphrase", SignIn.members(answer).get("error"));
    }

    @Test
    void wrongDoorsMakeWaitLikeWrongSecrets() throws Exception {
        var door = Doors.random();
        doors.write("six", door);
        var answer = browser.presentDoor(browser.begin("application/json"), "six", "x");
        for (var tries = 0; tries < 8 && !"tooMany".equals(SignIn.members(answer).get("error")); tries++) {
            answer = browser.presentDoor(answer, "six", "x");
        }
        assertEquals("tooMany", SignIn.members(answer).get("error"));
        var right = browser.presentDoor(answer, "six", Doors.sign(door, "six", SignIn.challenge(answer)));
        assertEquals("tooMany", SignIn.members(right).get("error"), "waiting is for the right door, too");
    }

    @Test
    void noPageThatCanBeReachedTakesAPassphrase() throws Exception {
        var pages = new Crawl(browser, browser.realm()).pages();
        assertTrue(pages.size() > 60, "the crawl went somewhere: " + pages.size());
        assertEquals(List.of(), Crawl.asking(pages));
    }

    @Test
    void theCrawlWouldHaveFoundOne() throws Exception {
        var master = "http://127.0.0.1:" + KeycloakFixture.PORTS.keycloak() + "/auth/realms/master";
        assertFalse(Crawl.asking(new Crawl(browser, master).pages()).isEmpty(), "the stock realm asks for a password");
    }

    @Test
    void noOtherGrantTakesAPassword() throws Exception {
        for (var client : List.of("portal", "admin-cli", "account")) {
            var answer = browser.post(browser.realm() + "/protocol/openid-connect/token",
                    Map.of("grant_type", "password", "client_id",
                            client, "username", "one", "password", KeycloakFixture.SECRET));
            assertTrue(answer.statusCode() >= 400 && !answer.body().contains("access_token"),
                    client + " " + answer.body());
        }
    }

    @Test
    void onlyOurFlowsAreBoundAndNoBuiltInClientIsOn() throws Exception {
        var admin = new RealmAsFound(KeycloakFixture.PORTS, "admin");
        assertEquals("passerelle sign-in", admin.realm().get("browserFlow"));
        for (var flow : List.of("registrationFlow", "directGrantFlow", "resetCredentialsFlow")) {
            assertEquals("passerelle closed", admin.realm().get(flow), flow);
        }
        assertEquals(Set.of("portal", "accounts", "realm-management"), admin.enabledClients());
        assertEquals(List.of(), admin.enabledRequiredActions());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void withoutOurJarSignInIsClosed() throws Exception {
        keycloak.restartWithoutOurJar();
        var asked = browser.begin("application/json");
        assertTrue(asked.statusCode() >= 400, asked.statusCode() + asked.body());
        assertFalse(asked.body().contains("action"), asked.body());
        assertEquals(List.of(), Crawl.asking(new Crawl(browser, browser.realm()).pages()));
    }
}
