package brussels.passerelle.consent.recovery;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;

/**
 * A card as it is shown. Its text form leaves the proof out. Pure.
 *
 * @param proof says that the card is there, without its share
 * @param sealed the share for whoever is recovering; empty while only the key is asked for
 */
record ShownCard(String kit, int card, String proof, String sealed) {
    private static final int MOST = 4_096;

    /** With its sealed share, to be counted. */
    static ShownCard sealed(Fields in) throws Damaged {
        var shown = new ShownCard(in.id("kit"), in.index("card"), in.hash("proof"), in.text("sealed"));
        in.end();
        if (shown.sealed.length() > MOST) {
            throw Failure.Plain.BAD_SEALED_KEY.refused();
        }
        try {
            Sealed.shape(SealedType.SHARE, shown.sealed);
        } catch (Damaged shape) {
            throw Failure.Plain.BAD_SEALED_KEY.refused();
        }
        return shown;
    }

    /** Without, to learn to which key the share must be sealed. */
    static ShownCard bare(Fields in) throws Damaged {
        var shown = new ShownCard(in.id("kit"), in.index("card"), in.hash("proof"), "");
        in.end();
        return shown;
    }

    @Override
    public String toString() {
        return "ShownCard " + card;
    }
}
