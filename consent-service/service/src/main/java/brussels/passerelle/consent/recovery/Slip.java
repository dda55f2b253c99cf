package brussels.passerelle.consent.recovery;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Duration;
import java.time.Instant;

/** Whether whoever asks has the slip: a signature by its key, over this recovery and this moment. Pure. */
final class Slip {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private Slip() {}

    /** What was signed beside; the caller takes it and ends it. A wrong or old signature is answered as if there were nothing. */
    static Fields read(String recovery, ECKey key, String jws, Instant now) {
        try {
            var in = Fields.of(Signed.verify(SignedType.RECOVERING, jws, key)).suite1();
            in.expect("recovery", recovery);
            if (Duration.between(in.time("at"), now).abs().compareTo(FRESH) <= 0) {
                return in;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.NOT_FOUND.refused();
    }
}
