package brussels.passerelle.consent.harness;

import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Unlocked;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** A holder with papers in the service under test. */
public record Wallet(Person holder) {

    public static Wallet open() {
        return new Wallet(Person.holder());
    }

    /** A key set as a client makes it. */
    public static String keyset(String account) {
        return new String(Unlocked.create(account, Secret.random(32), Instant.now()).keyset().json(),
                StandardCharsets.UTF_8);
    }

    public static byte[] randomBytes(int size) {
        return Secret.randomBytes(size);
    }

    public static String digest(byte[] bytes) {
        try {
            return "sha-256=:" + Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes)) + ":";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Call upload(String paper, int version, byte[] bytes) {
        return holder.put("/papers/" + paper + "/versions/" + version).bytes(bytes).header("Content-Digest",
                digest(bytes));
    }

    /** Stores a small paper and returns its id. */
    public String paper(byte[] bytes) {
        var id = Lendable.newId();
        upload(id, 1, bytes).send().expect(201);
        return id;
    }

    public String paper() {
        return paper(randomBytes(2_000));
    }

    /** Lends a paper and returns the loan's id. */
    public String lend(Agency agency, String paper) {
        var lendable = agency.lendable(paper);
        holder.post("/loans").json(lendable.json()).send().expect(201);
        return lendable.loan();
    }

    public Answer end(String loan) {
        return holder.post("/loans/" + loan + "/end").send();
    }

    /** The holder's log, newest first, all of it. */
    public List<JsonObject> log() {
        return holder.get("/log/events?limit=200").send().expect(200).json().getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    public long count(String type) {
        return log().stream().filter(item -> item.getString("event").contains("\"type\":\"" + type + "\"")).count();
    }
}
