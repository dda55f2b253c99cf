package brussels.passerelle.consent.arrival;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.SealedType;
import org.jspecify.annotations.Nullable;

/**
 * What a sender seals; nothing of it is readable here but its shape. Pure.
 *
 * @param copy the same for the sender; deposits have none
 */
public record Sealed(String arrival, Act act, String jwe, @Nullable String copy) {
    /** With a small picture of the paper. */
    private static final int MOST = 131_072;

    /** A helper's: {@code {arrival, act, jwe, copy}}. */
    public static Sealed ofHelper(byte[] json) {
        return parse(json, true);
    }

    /** An agency's: {@code {arrival, jwe}}. */
    public static Sealed ofAgency(byte[] json) {
        return parse(json, false);
    }

    private static Sealed parse(byte[] json, boolean helper) {
        try {
            var in = Fields.of(json);
            var act = helper
                    ? Act.of(in.text("act")).filter(one -> one != Act.DEPOSIT)
                    : java.util.Optional.of(
                            Act.DEPOSIT);
            var sealed = new Sealed(in.id("arrival"), act.orElseThrow(Failure.Plain.BAD_INPUT::refused),
                    in.text("jwe"), helper ? in.text("copy") : null);
            in.end();
            check(sealed.jwe);
            if (sealed.copy != null) {
                check(sealed.copy);
            }
            return sealed;
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    private static void check(String jwe) {
        try {
            if (jwe.length() <= MOST) {
                brussels.passerelle.protocol.jose.Sealed.shape(SealedType.ARRIVAL, jwe).hash("kid");
                return;
            }
        } catch (Damaged shape) {
            // refused below
        }
        throw Failure.Plain.BAD_SEALED_KEY.refused();
    }
}
