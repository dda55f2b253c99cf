package brussels.passerelle.consent.meeting;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import java.nio.charset.StandardCharsets;

/** Reads the one text of a body. Pure. */
final class Text {
    private static final int MOST = 4_096;

    private Text() {}

    /** @param member the only member the body may have */
    static String parse(byte[] json, String member) {
        try {
            var in = Fields.of(json);
            var text = in.text(member);
            in.end();
            if (text.getBytes(StandardCharsets.UTF_8).length > MOST) {
                throw Failure.Plain.TOO_LARGE.refused();
            }
            if (!text.isEmpty() && text.indexOf('\0') < 0) {
                return text;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_INPUT.refused();
    }
}
