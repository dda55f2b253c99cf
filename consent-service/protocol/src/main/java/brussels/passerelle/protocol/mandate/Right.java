package brussels.passerelle.protocol.mandate;

import brussels.passerelle.protocol.Damaged;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a helper may do, each by itself. The order is that in which a mandate lists them.
public enum Right {
    ADD,
    FILE,
    PRINT,
    ASK,
    READ;

    /// As a mandate writes it, such as `add`.
    public String notation() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Reads a list of rights: at least one, none twice, in order.
    public static Set<Right> of(List<String> notations) throws Damaged {
        var rights = EnumSet.noneOf(Right.class);
        for (Right right : values())
            if (notations.contains(right.notation()))
                rights.add(right);
        if (rights.isEmpty() || !notations(rights).equals(notations))
            throw new Damaged();
        return rights;
    }

    /// In the order of a mandate.
    public static List<String> notations(Set<Right> rights) {
        return EnumSet.copyOf(rights).stream().map(Right::notation).toList();
    }
}
