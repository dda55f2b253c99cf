package brussels.passerelle.signin;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person posts instead of a secret: a compact JWS {@code passerelle-door+jws} (ES256, {@code kid} = thumbprint of
 * the door) over {@code {suite:1, realm, username, challenge, at}}. Other members, spellings or algorithms are no proof. Pure.
 *
 * @param claims    exactly the members of the payload
 * @param signed    header and payload, as they were signed
 * @param signature base64url of 64 bytes
 */
record DoorProof(String kid, Map<String, Object> claims, String signed, String signature) {
    static final String TYP = "passerelle-door+jws";
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final int LONGEST = 2048;
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    /**
     * What is asked of a proof.
     *
     * @param challenge of this attempt, used once; empty when there is none, and then nothing proves anything
     */
    record Asked(String realm, String username, String challenge, Instant now) {}

    static Optional<DoorProof> parse(String jws) {
        var parts = jws.length() > LONGEST ? new String[0] : jws.split("\\.", -1);
        if (parts.length != 3)
            return Optional.empty();
        var header = Flat.base64url(parts[0]).flatMap(Flat::object)
                .filter(members -> members.keySet().equals(Set.of("alg", "typ", "kid")))
                .filter(members -> "ES256".equals(members.get("alg")) && TYP.equals(members.get("typ")));
        var claims = Flat.base64url(parts[1]).flatMap(Flat::object)
                .filter(members -> members.keySet().equals(Set.of("suite", "realm", "username", "challenge", "at")));
        var isWhole = Flat.base64url(parts[2]).filter(bytes -> bytes.length == 64).isPresent();
        if (header.isEmpty() || claims.isEmpty() || !isWhole)
            return Optional.empty();
        return Optional.of(new DoorProof(String.valueOf(header.get().get("kid")), claims.get(),
                parts[0] + "." + parts[1], parts[2]));
    }

    /** Whether one of these doors signed exactly this. One signature is checked in any case. */
    boolean opens(Asked asked, List<Door> doors) {
        var door = doors.stream().filter(one -> one.kid().equals(kid)).findFirst();
        var genuine = door.orElse(Door.NOBODYS).signed(signed, signature);
        return genuine && door.isPresent() && says(asked);
    }

    private boolean says(Asked asked) {
        return !asked.challenge.isEmpty() && Integer.valueOf(1).equals(claims.get("suite"))
                && asked.realm.equals(claims.get("realm")) && asked.username.equals(claims.get("username"))
                && asked.challenge.equals(claims.get("challenge"))
                && claims.get("at") instanceof String at && isFresh(at, asked.now);
    }

    private static boolean isFresh(String at, Instant now) {
        try {
            return TIME.matcher(at).matches()
                    && Duration.between(Instant.parse(at), now).abs().compareTo(FRESH) <= 0;
        } catch (DateTimeException malformed) {
            return false;
        }
    }
}
