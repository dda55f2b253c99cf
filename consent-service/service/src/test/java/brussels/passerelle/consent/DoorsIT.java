package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.NewSlot;
import brussels.passerelle.protocol.keyset.Unlocked;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A door exists for both services, or for neither. */
class DoorsIT extends ServerTest {
    @Test
    void aDoorWaitsForTheIdentityProvider() throws Damaged {
        var person = Person.holder();
        var wrapKey = Secret.random(32);
        var first = Unlocked.create(person.account(), wrapKey, Instant.now()).keyset();
        put(person, "If-None-Match", "*", first).expect(201);
        var grown = new NewSlot("passkey", SlotSecrets.of(Secret.random(32))).addTo(first, person.account(), wrapKey,
                Instant.now());
        var provider = Surroundings.world().provider();
        provider.down(true);
        try {
            put(person, "If-Match", "\"1\"", grown).expectProblem(503, "signInUnavailable");
        } finally {
            provider.down(false);
        }
        assertEquals("\"1\"", person.get("/keyset").send().expect(200).header("ETag"));
        assertEquals(0, new Wallet(person).count("slotAdded"));
        assertEquals(List.of(), provider.doors(person.account()));
        put(person, "If-Match", "\"1\"", grown).expect(200);
        assertEquals(1, provider.doors(person.account()).size());
        assertEquals(1, new Wallet(person).count("slotAdded"));
        assertEquals(List.of("PUT"), provider.acts(person.account()), "what else the provider knows stays");
    }

    private static Answer put(Person person, String condition, String value, Keyset keyset) {
        return person.put("/keyset").header(condition, value).freshKey()
                .json(new String(keyset.json(), StandardCharsets.UTF_8)).send();
    }
}
