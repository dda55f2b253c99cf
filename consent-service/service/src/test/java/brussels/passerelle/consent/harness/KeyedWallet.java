package brussels.passerelle.consent.harness;

import brussels.passerelle.database.Role;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.Lift;
import brussels.passerelle.protocol.keyset.NewSlot;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.keyset.View;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;

/** A wallet with real keys, a recovery code and a manifest, as a session sees it that has just opened it. */
public record KeyedWallet(Wallet wallet, Secret wrapKey, SlotSecrets code, Keyset keyset, Unlocked unlocked) {

    public static KeyedWallet open() {
        var person = Person.holder();
        var wrapKey = Secret.random(32);
        var code = SlotSecrets.of(Secret.random(32));
        var fresh = Unlocked.create(person.account(), wrapKey, Instant.now());
        put(person, "If-None-Match", "*", fresh.keyset()).expect(201);
        var made = new KeyedWallet(new Wallet(person), wrapKey, code, fresh.keyset(), fresh.unlocked()).with(code);
        made.manifest("If-None-Match", "*", 1).expect(201);
        return made;
    }

    /** The same wallet with one more recovery code. */
    public KeyedWallet with(SlotSecrets another) {
        try {
            var grown = new NewSlot("recovery", another).addTo(keyset, person().account(), wrapKey, Instant.now());
            put(person(), "If-Match", person().get("/keyset").send().header("ETag"), grown).expect(200);
            return new KeyedWallet(wallet, wrapKey, code, grown, unlocked);
        } catch (Damaged impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Person person() {
        return wallet.holder();
    }

    public String view() {
        return keyset.view().view();
    }

    /** Signs in again and unlocks what is served then. */
    public KeyedWallet anew() {
        var again = person().with("iat", new Date());
        try {
            var served = Keyset.parse(again.get("/keyset").send().expect(200).body());
            return new KeyedWallet(new Wallet(again), wrapKey, code, served,
                    Unlocked.open(served, again.account(), wrapKey));
        } catch (Damaged damaged) {
            throw new AssertionError(damaged);
        }
    }

    public Answer manifest(String header, String value, int version) {
        return person().put("/manifest").header(header, value).header("Manifest-Version", "" + version).jose(sealed())
                .send();
    }

    /** A sealed manifest that says nothing, always of one size. */
    public static String sealed() {
        return Sealed.direct(SealedType.MANIFEST, new byte[600], Secret.random(32));
    }

    public Call masking(View view, List<String> shows, Instant until) {
        return person().post("/masks").json(Json.write(Json.object("view", view.json(), "manifest", sealed(), "version",
                1 + shows.size(), "shows", shows, "until", until.truncatedTo(ChronoUnit.SECONDS).toString())));
    }

    public Answer mask(List<String> shows, Instant until) {
        try {
            var slots = keyset.verify(person().account()).slots().slots();
            return masking(unlocked.mask(slots).view(), shows, until).send();
        } catch (Damaged impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Puts a mask on for an hour, and signs in again. */
    public KeyedWallet masked(String... shows) {
        mask(List.of(shows), Instant.now().plusSeconds(3_600)).expect(204);
        return anew();
    }

    /** Moves the hour of the newest mask, as if the time until then had passed. */
    public Instant newestMaskEndsIn(int seconds) {
        var until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
        try (var connection = Surroundings.database().connect(Role.APP);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('passerelle.account', '" + person().account()
                    + "', true), set_config('passerelle.whole', 'on', true)");
            statement.execute("update view set until = '" + until
                    + "' where number = (select max(number) from view where number > 0)");
            connection.commit();
            return until;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public Answer lift(ECKey door) {
        return lift(new Lift(person().account(), Instant.now()).sign(door));
    }

    public Answer lift(String jws) {
        return person().post("/masks/end").json("{\"jws\":\"" + jws + "\"}").send();
    }

    static Answer put(Person person, String header, String value, Keyset keyset) {
        return person.put("/keyset").header(header, value).json(new String(keyset.json(), StandardCharsets.UTF_8))
                .send();
    }

    public Answer put(String tag, Keyset other) {
        return put(person(), "If-Match", tag, other);
    }
}
