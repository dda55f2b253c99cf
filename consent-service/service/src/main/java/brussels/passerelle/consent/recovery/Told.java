package brussels.passerelle.consent.recovery;

import brussels.passerelle.protocol.jose.Fields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A recovery as it is told: to whoever has the slip, and to the holder. The organisations and the wait are told once a card
 * was shown, so that a name alone tells nothing.
 *
 * @param kit only to the holder
 * @param opensAt when the wait is over, once it runs
 */
public record Told(String recovery, String stage, String startedAt, List<Card> cards, @Nullable String kit,
        @Nullable Integer days, @Nullable List<String> agencies, @Nullable String opensAt, @Nullable String openedAt,
        @Nullable String stoppedAt) {

    /** A card that was shown; without agency it is the holder's own. */
    public record Card(int card, @Nullable String agency, String at) {}

    static Told of(Recover.Found found, @Nullable StoredKit kit) {
        return told(found, kit, null);
    }

    static Told toHolder(Recover.Found found, @Nullable StoredKit kit) {
        return told(found, kit, found.recovery().kit);
    }

    private static Told told(Recover.Found found, @Nullable StoredKit kit, @Nullable String name) {
        var recovery = found.recovery();
        var cards = found.cards().stream().map(card -> new Card(card.card, keeper(kit, card), Fields.time(card.at)))
                .toList();
        return new Told(recovery.name, found.course().stage(found.now()).text(), Fields.time(recovery.started), cards,
                name, kit == null ? null : (Integer) recovery.days, kit == null ? null : kit.agencies(),
                time(found.course().opens()), time(recovery.opened), time(recovery.stopped));
    }

    private static @Nullable String keeper(@Nullable StoredKit kit, RecoveryCard card) {
        return kit == null || card.card == 1 ? null : kit.keeper(card.card);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : Fields.time(at);
    }
}
