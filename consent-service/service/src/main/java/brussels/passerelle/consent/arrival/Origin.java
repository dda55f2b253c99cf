package brussels.passerelle.consent.arrival;

import org.jspecify.annotations.Nullable;

/**
 * Who sends, by which right.
 *
 * @param sender account
 * @param called the name the holder reads
 */
public record Origin(Act act, String sender, String called, @Nullable String mandate, @Nullable String address,
        @Nullable String agency, @Nullable String function) {

    public static Origin helper(Act act, String sender, String called, String mandate) {
        return new Origin(act, sender, called, mandate, null, null, null);
    }

    public static Origin agency(String sender, String called, String address, String agency, String function) {
        return new Origin(Act.DEPOSIT, sender, called, null, address, agency, function);
    }
}
