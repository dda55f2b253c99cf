package brussels.passerelle.protocol.loan;

import brussels.passerelle.protocol.Damaged;
import java.util.List;

/// What a loan allows. Saving includes looking.
public enum Rights {
    LOOK("look"),
    SAVE("save");

    private final String notation;

    Rights(String notation) {
        this.notation = notation;
    }

    /// As one word: `look` or `save`.
    public String notation() {
        return notation;
    }

    /// As a loan lists them.
    public List<String> actions() {
        return this == LOOK ? List.of("look") : List.of("look", "save");
    }

    public static Rights ofNotation(String notation) throws Damaged {
        for (Rights rights : values())
            if (rights.notation.equals(notation))
                return rights;
        throw new Damaged();
    }

    public static Rights ofActions(List<String> actions) throws Damaged {
        for (Rights rights : values())
            if (rights.actions().equals(actions))
                return rights;
        throw new Damaged();
    }
}
