package brussels.passerelle.consent.harness;

import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.mandate.Right;
import brussels.passerelle.protocol.mandate.WrittenMandate;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;

/** Somebody who helps a holder by a mandate. */
public record Helper(KeyedWallet holder, Person person, ECKey key, WrittenMandate mandate) {
    private static final ECKey SOMEBODY = P256.generate();

    /** A mandate for an hour, given. */
    public static Helper of(KeyedWallet holder, Right... rights) {
        var person = Person.holder();
        var key = P256.generate();
        var helper = new Helper(holder, person, key, written(holder, person, key, Set.of(rights), 1));
        helper.give(helper.jws()).expect(201);
        return helper;
    }

    /** A mandate that ends in so many seconds, given. */
    public static Helper passing(KeyedWallet holder, int seconds, Right... rights) {
        var person = Person.holder();
        var key = P256.generate();
        var hour = written(holder, person, key, Set.of(rights), 1);
        var until = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(seconds);
        var helper = new Helper(holder, person, key,
                new WrittenMandate(hour.mandate(), 1, hour.holder(), hour.holderName(), hour.helper(),
                        hour.helperName(), hour.signing(), hour.encryption(), hour.to(), hour.rights(), hour.from(),
                        until));
        helper.give(helper.jws()).expect(201);
        return helper;
    }

    public static WrittenMandate written(KeyedWallet holder, Person helper, ECKey key, Set<Right> rights,
            int version) {
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var keys = holder.unlocked().keys();
        return new WrittenMandate(Secret.randomId(), version, holder.person().account(), "nour", helper.account(),
                helper.username(), key.toPublicJWK(), key.toPublicJWK(), keys.encryption().toPublicJWK(), rights, now,
                now.plus(Duration.ofHours(1)));
    }

    public String jws() {
        return mandate.sign(holder.unlocked().keys().signing());
    }

    public String id() {
        return mandate.mandate();
    }

    public Answer give(String jws) {
        return holder.person().post("/mandates").json(body(jws)).send();
    }

    /** The next text of the mandate, with these rights. */
    public Answer change(Right... rights) {
        var next = new WrittenMandate(mandate.mandate(), mandate.version() + 1, mandate.holder(), mandate.holderName(),
                mandate.helper(), mandate.helperName(), mandate.signing(), mandate.encryption(), mandate.to(),
                Set.of(rights), mandate.from(), mandate.until());
        return holder.person().put("/mandates/" + id())
                .json(body(next.sign(holder.unlocked().keys().signing()))).send();
    }

    public Answer end() {
        return holder.person().post("/mandates/" + id() + "/end").send();
    }

    public Answer layOut(KeyedWallet as, String... papers) {
        var jwe = Sealed.to(SealedType.SHELF, new byte[200], key.toPublicJWK());
        return as.person().put("/mandates/" + id() + "/shelf").json(Json.write(Json.object("jwe", jwe, "papers",
                List.of(papers).stream().<Object>map(one -> Json.object("paper", one, "version", 1)).toList())))
                .send();
    }

    public Answer bring(String paper, byte[] bytes) {
        return person.put("/helping/" + id() + "/arrivals/" + paper + "/content").bytes(bytes)
                .header("Content-Digest", Wallet.digest(bytes)).send();
    }

    public Answer send(String arrival, String act) {
        return person.post("/helping/" + id() + "/arrivals").json(Json.write(Json.object("arrival", arrival, "act",
                act, "jwe", sealed(), "copy", sealed()))).send();
    }

    /** Adds a small paper and returns its id. */
    public String add() {
        var paper = Lendable.newId();
        bring(paper, Wallet.randomBytes(1_000)).expect(201);
        send(paper, "add").expect(201);
        return paper;
    }

    public Answer open(String paper, String action) {
        return person.post("/helping/" + id() + "/openings").json(
                "{\"paper\":\"" + paper + "\",\"version\":1,\"action\":\"" + action + "\"}").send();
    }

    public Answer sent() {
        return person.get("/helping/" + id() + "/arrivals").send();
    }

    /** What nobody here can read. */
    public static String sealed() {
        return Sealed.to(SealedType.ARRIVAL, "sealed".getBytes(StandardCharsets.US_ASCII), SOMEBODY);
    }

    private static String body(String jws) {
        return Json.write(Json.object("jws", jws));
    }
}
