package brussels.passerelle.consent.desk;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;

/** Which paper a worker asks to open, and what for. */
record Asked(String paper, int version, String action) {

    static Asked parse(byte[] json) {
        try {
            var in = Fields.of(json);
            var asked = new Asked(in.id("paper"), in.version("version"), in.name("action"));
            in.end();
            return asked;
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }
}
