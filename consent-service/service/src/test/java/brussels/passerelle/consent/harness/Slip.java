package brussels.passerelle.consent.harness;

import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import brussels.passerelle.protocol.kit.FreshKeys;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Somebody who is recovering: two fresh keys and the name that follows from them. */
public record Slip(ECKey signing, ECKey encryption) {

    public static Slip fresh() {
        return new Slip(P256.generate(), P256.generate());
    }

    public String name() {
        return new FreshKeys(signing, encryption).name();
    }

    /** Begins a recovery of whoever has this name. */
    public Answer start(String username) {
        return Call.byNobody("POST", "/recoveries").json(Json.write(Json.object("username", username, "signing",
                P256.publicJwk(signing), "encryption", P256.publicJwk(encryption)))).send();
    }

    /** Begun, and this is it. */
    public Slip started(String username) {
        start(username).expect(201);
        return this;
    }

    public Answer state() {
        return post("state", Map.of());
    }

    public Answer open() {
        return post("opening", Map.of());
    }

    public Answer show(Cards cards, int card) {
        return show(cards, card, cards.proofs().get(card - 1));
    }

    public Answer show(Cards cards, int card, String proof) {
        return post("cards", Map.of("kit", cards.kit(), "card", card, "proof", proof, "sealed", Cards.sealed()));
    }

    private Answer post(String act, Map<String, Object> more) {
        return send(act, jws(name(), signing, Instant.now(), more));
    }

    public Answer send(String act, String jws) {
        return Call.byNobody("POST", "/recoveries/" + name() + "/" + act).json(Json.write(Json.object("jws", jws)))
                .send();
    }

    /** What is signed, with everything that can be wrong about it chosen. */
    public static String jws(String name, ECKey key, Instant at, Map<String, Object> more) {
        var members = new TreeMap<String, @Nullable Object>(more);
        members.put("suite", 1);
        members.put("recovery", name);
        members.put("at", Fields.time(at));
        return Signed.sign(SignedType.RECOVERING, Json.bytes(members), key);
    }
}
