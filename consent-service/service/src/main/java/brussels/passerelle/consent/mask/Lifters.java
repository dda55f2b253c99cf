package brussels.passerelle.consent.mask;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.keyset.Lift;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The doors that may lift a mask, kept with it as they were when it was set: what is made or changed under it cannot. Pure. */
final class Lifters {
    /** Somebody always checks a signature, so that the time taken does not tell whether there was anything to lift. */
    private static final ECKey NOBODY = P256.generate().toPublicJWK();

    private Lifters() {}

    static String text(List<ECKey> doors) {
        return Json.write(Json.object("doors", doors.stream().map(P256::publicJwk).toList()));
    }

    /** The lift, when one of the doors in this text signed it. */
    static Optional<Lift> read(String jws, String doors) {
        for (var door : keys(doors)) {
            try {
                return Optional.of(Lift.verify(jws, door));
            } catch (Damaged another) {
                // perhaps the next one
            }
        }
        return Optional.empty();
    }

    private static List<ECKey> keys(String text) {
        try {
            var keys = new ArrayList<ECKey>();
            for (var door : Fields.of(text.getBytes(StandardCharsets.UTF_8)).objects("doors")) {
                keys.add(P256.readPublic(door));
            }
            return keys.isEmpty() ? List.of(NOBODY) : keys;
        } catch (Damaged impossible) {
            throw new IllegalStateException("stored doors", impossible);
        }
    }

    /** The same work when there is no mask at all. */
    static void readInVain(String jws) {
        read(jws, text(List.of()));
    }
}
