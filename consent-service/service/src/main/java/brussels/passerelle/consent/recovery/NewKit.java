package brussels.passerelle.consent.recovery;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import java.util.List;
import java.util.Set;

/**
 * A kit as the holder's client makes it. Its text form leaves the share out. Pure.
 *
 * @param share the server's own, 32 bytes in base64url
 * @param checks of the three cards, the holder's first
 */
record NewKit(String kit, String slot, String share, int days, List<String> agencies, List<String> checks) {
    static final Set<Integer> WAITS = Set.of(0, 1, 7, 14, 30);

    static NewKit parse(byte[] json) {
        try {
            var in = Fields.of(json);
            var kit = new NewKit(in.id("kit"), in.id("slot"), in.hash("share"), in.index("days"), names(in),
                    in.texts("cards"));
            in.end();
            if (kit.isWellFormed()) {
                return kit;
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.BAD_INPUT.refused();
    }

    private static List<String> names(Fields in) throws Damaged {
        var names = in.texts("agencies");
        for (var name : names) {
            Fields.of(java.util.Map.of("name", name)).name("name");
        }
        return names;
    }

    private boolean isWellFormed() {
        return WAITS.contains(days) && agencies.size() == 2 && Set.copyOf(agencies).size() == 2 && checks.size() == 3
                && Set.copyOf(checks).size() == 3 && checks.stream().allMatch(Proof::isHash);
    }

    @Override
    public String toString() {
        return "NewKit " + kit;
    }
}
