package brussels.passerelle.consent.mandate;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.SealedType;
import java.util.ArrayList;
import java.util.List;

/** What the doors of mandates are given; shapes only. Pure. */
final class Asked {
    private static final int MOST_TEXT = 8_192;
    private static final int MOST_SHELF = 4 << 20;
    private static final int MOST_PAPERS = 10_000;

    private Asked() {}

    /** Which paper a helper asks to open, and what for. */
    record Opening(Shelves.Lying paper, HelpPolicy.Act act) {}

    /** A shelf: sealed, and which papers on it may be read. */
    record Shelf(String jwe, List<Shelves.Lying> papers) {}

    /** A body with one signed text: {@code {jws}}. */
    static String jws(byte[] json) {
        try {
            var in = Fields.of(json);
            var jws = in.text("jws");
            in.end();
            if (jws.length() <= MOST_TEXT) {
                return jws;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_INPUT.refused();
    }

    static Opening opening(byte[] json) {
        try {
            var in = Fields.of(json);
            var paper = new Shelves.Lying(in.id("paper"), in.version("version"));
            var act = switch (in.text("action")) {
                case "look" -> HelpPolicy.Act.LOOK;
                case "print" -> HelpPolicy.Act.PRINT;
                default -> throw Failure.Plain.BAD_INPUT.refused();
            };
            in.end();
            return new Opening(paper, act);
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    static Shelf shelf(byte[] json) {
        try {
            var in = Fields.of(json);
            var jwe = in.text("jwe");
            var papers = new ArrayList<Shelves.Lying>();
            for (var one : in.objects("papers")) {
                papers.add(new Shelves.Lying(one.id("paper"), one.version("version")));
                one.end();
            }
            in.end();
            if (jwe.length() > MOST_SHELF || papers.size() > MOST_PAPERS
                    || papers.stream().distinct().count() < papers.size()) {
                throw Failure.Plain.BAD_INPUT.refused();
            }
            brussels.passerelle.protocol.jose.Sealed.shape(SealedType.SHELF, jwe).hash("kid");
            return new Shelf(jwe, List.copyOf(papers));
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }
}
