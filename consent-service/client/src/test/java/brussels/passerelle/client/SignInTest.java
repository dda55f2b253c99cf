package brussels.passerelle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.Damaged;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private SmallNode node;
    private Passerelle client;

    @BeforeEach
    void start() throws IOException {
        node = new SmallNode();
        node.account("nour-120-334", "sept portes");
        client = new Passerelle(node.address());
    }

    @AfterEach
    void stop() {
        client.close();
        node.close();
    }

    @Test
    void signsInAndEndsTheProvidersSession() throws IOException {
        try (var session = client.signIn("NOUR-120-334", "sept portes".toCharArray())) {
            assertEquals("id-nour-120-334", session.account());
            assertEquals(1, node.endedSessions);
        }
    }

    @Test
    void thePassphraseIsInNoRequest() throws IOException {
        try (var session = client.signIn("nour-120-334", "sept portes".toCharArray())) {
            session.wallet();
        }
        for (String planted : new String[]{"sept portes", "sept+portes", "sept%20portes"}) {
            assertFalse(node.seen.stream().anyMatch(request -> request.contains(planted)));
        }
    }

    @Test
    void aWrongPassphraseIsSaidPlainly() {
        var refusal = assertThrows(Refusal.class, () -> client.signIn("nour-120-334", "huit portes".toCharArray()));
        assertEquals("wrongPassphrase", refusal.type());
        assertEquals(401, refusal.status());
    }

    @Test
    void aStaleFormIsTriedOnceMore() throws IOException {
        node.staleForms = 1;
        client.signIn("nour-120-334", "sept portes".toCharArray()).close();
        node.staleForms = 2;
        assertThrows(Refusal.class, () -> client.signIn("nour-120-334", "sept portes".toCharArray()));
    }

    @Test
    void theSecretGoesNowhereElse() {
        for (String elsewhere : new String[]{
                "https://elsewhere.example/auth/realms/passerelle/login-actions/authenticate",
                node.address().origin() + "/auth/realms/other/login-actions/authenticate",
                node.address().origin() + ".elsewhere.example/auth/realms/passerelle/"}) {
            node.action = elsewhere;
            assertThrows(Damaged.class, () -> client.signIn("nour-120-334", "sept portes".toCharArray()));
        }
        assertTrue(node.seen.stream().noneMatch(request -> request.contains("password=")));
    }

    @Test
    void theCodeIsTakenFromOurAddressOnly() {
        node.redirect = "https://elsewhere.example/signed-in";
        assertThrows(Damaged.class, () -> client.signIn("nour-120-334", "sept portes".toCharArray()));
        assertTrue(node.seen.stream().noneMatch(request -> request.contains("code_verifier=")));
    }

    @Test
    void aWrongClockIsCorrected() throws IOException {
        for (var wrong : new Duration[]{Duration.ofMinutes(10), Duration.ofMinutes(-10)}) {
            try (var elsewhere = new Passerelle(node.address(), Clock.offset(Clock.systemUTC(), wrong));
                    var session = elsewhere.signIn("nour-120-334", "sept portes".toCharArray())) {
                session.wallet();
            }
        }
    }

    @Test
    void anEndedTokenIsRenewed() throws IOException {
        try (var session = client.signIn("nour-120-334", "sept portes".toCharArray())) {
            session.wallet();
            assertEquals(1, node.endedSessions);
            node.forgetTokens();
            session.wallet().lending().loans();
            assertEquals(2, node.endedSessions);
        }
    }

    @Test
    void aTokenAboutToEndIsRenewedBeforeItIsUsed() throws IOException {
        node.expiresIn = 10;
        try (var session = client.signIn("nour-120-334", "sept portes".toCharArray())) {
            node.expiresIn = 300;
            session.wallet();
            assertEquals(2, node.endedSessions);
        }
    }
}
