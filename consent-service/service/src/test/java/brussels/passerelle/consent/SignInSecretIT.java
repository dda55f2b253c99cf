package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.Provider;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import brussels.passerelle.protocol.keyset.Unlocked;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A new passphrase signs in only when the account's own key says so, once, and then everything old is over. */
class SignInSecretIT extends ServerTest {
    private static final String NEW = "fedcba9876543210".repeat(4);
    private final Person person = Person.holder();
    private final Unlocked.Fresh wallet = Unlocked.create(person.account(), Secret.random(32), Instant.now());
    private final Provider provider = Surroundings.world().provider();

    @BeforeEach
    void open() {
        person.put("/keyset").header("If-None-Match", "*")
                .json(new String(wallet.keyset().json(), StandardCharsets.UTF_8)).send().expect(201);
    }

    @Test
    void isReplacedOnceAndClosesWhatWasOpen() {
        var jws = jws(wallet.unlocked().keys().signing(), person.account(), NEW, Instant.now());
        replace(person, "\"1\"", NEW, jws).expect(204);
        assertEquals(NEW, provider.secret(person.account()));
        assertEquals(List.of("PUT reset-password", "POST logout"), provider.acts(person.account()));
        person.get("/keyset").send().expectProblem(401, "sessionClosed");
        var again = anew();
        again.get("/keyset").send().expect(200);
        assertEquals(1, new Wallet(again).count("passphraseChanged"));
        replace(again, "\"1\"", NEW, jws).expectProblem(422, "badKeyset");
    }

    @Test
    void isNotReplacedWithoutTheAccountsWord() {
        var mine = wallet.unlocked().keys().signing();
        for (var jws : List.of(jws(P256.generate(), person.account(), NEW, Instant.now()),
                jws(mine, "somebody-else", NEW, Instant.now()),
                jws(mine, person.account(), NEW.replace('0', '1'), Instant.now()),
                jws(mine, person.account(), NEW, Instant.now().minusSeconds(400)), "a.b.c")) {
            replace(person, "\"1\"", NEW, jws).expectProblem(422, "badKeyset");
        }
        replace(person, "\"2\"", NEW, jws(mine, person.account(), NEW, Instant.now())).expectProblem(412,
                "preconditionFailed");
        replace(person, "\"1\"", "x", jws(mine, person.account(), "x", Instant.now())).expectProblem(400, "badInput");
        replace(Person.holder(), "\"1\"", NEW, "a.b.c").expectProblem(404, "notFound");
        assertEquals(List.of(), provider.acts(person.account()));
        person.get("/keyset").send().expect(200);
    }

    /** Nothing half: no log line, no session closed; the same words sent again complete it. */
    @Test
    void waitsForTheIdentityProvider() {
        var jws = jws(wallet.unlocked().keys().signing(), person.account(), NEW, Instant.now());
        provider.down(true);
        try {
            replace(person, "\"1\"", NEW, jws).expectProblem(503, "signInUnavailable");
        } finally {
            provider.down(false);
        }
        assertEquals(0, new Wallet(person).count("passphraseChanged"));
        replace(person, "\"1\"", NEW, jws).expect(204);
        assertEquals(1, new Wallet(anew()).count("passphraseChanged"));
    }

    /** The same person with a token of now. */
    private Person anew() {
        return person.with("iat", new Date());
    }

    private static Answer replace(Person who, String version, String secret, String jws) {
        return who.post("/sign-in-secret").header("If-Match", version)
                .json(Json.write(Json.object("authSecret", secret, "jws", jws))).send();
    }

    private static String jws(ECKey key, String account, String secret, Instant at) {
        return Signed.sign(SignedType.SIGN_IN,
                Json.bytes(Json.object("suite", 1, "account", account, "hash", hash(secret),
                        "at", Fields.time(at))),
                key);
    }

    private static String hash(String text) {
        try {
            return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
