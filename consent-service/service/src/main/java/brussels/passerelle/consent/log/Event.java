package brussels.passerelle.consent.log;

import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can happen, in the past tense; the list is closed. Times are whole seconds. */
public sealed interface Event {

    /** A paper and which version of it. */
    record PaperVersion(String paper, int version) {}

    /** The parties of a loan. */
    record Party(String loan, String agency, String function) {}

    record AccountOpened() implements Event {}

    /** A way to open the wallet was added. */
    record SlotAdded(String slot, String kind) implements Event {}

    record SlotDropped(String slot, String kind) implements Event {}

    record PassphraseChanged() implements Event {}

    /**
     * A mask hides what it does not show.
     *
     * @param view the view in which it was set, the only one that knows of it
     */
    record MaskSet(String view, Instant until) implements Event {}

    /**
     * It ended.
     *
     * @param early by the recovery code, not by the hour
     */
    record MaskEnded(String view, boolean early) implements Event {}

    record LoanGiven(Party party, List<PaperVersion> papers, Instant from, Instant until, List<String> actions)
            implements
                Event {}

    record Opening(Party party, PaperVersion what, String by, String action) implements Event {}

    record OpeningRefused(Party party, PaperVersion what, String by, String action, String reason) implements Event {}

    record LoanEnded(Party party) implements Event {}

    record LoanExpired(Party party) implements Event {}

    /** The holder took a readable copy of everything along. */
    record Exported() implements Event {}

    record KitMade(String kit, int days, List<String> agencies) implements Event {}

    record KitRevoked(String kit) implements Event {}

    /** A card was shown to reopen the wallet; agency and worker are null for the holder's own card. */
    record RecoveryCard(String kit, int card, @Nullable String agency, @Nullable String by) implements Event {}

    /** The holder said no. */
    record RecoveryStopped(String kit) implements Event {}

    /** The node gave out its share: whoever had two cards could open the wallet from here on. */
    record RecoveryOpened(String kit) implements Event {}

    /** Helpers, deposits and what was decided about them. */
    record People(PeopleEvent what) implements Event {}

    /** Public: an agency's key, for everybody who watches the log. */
    record AgencyKey(String agency, String function, String use, String thumbprint) implements Event {}

    /** Public: the scripts and styles the portal serves from here on, as one SHA-256. */
    record Build(String hash) implements Event {}

    /** Public: a wallet was erased; only who has the receipt knows which. */
    record Erased(String receipt) implements Event {}

    /**
     * The opaque ids it speaks of: a view in which one of them does not show does not show the event. What a refused
     * opening asked for is not one of them, it need not exist.
     */
    default List<String> subjects() {
        return switch (this) {
            case LoanGiven(var party, var papers, var _, var _, var _) ->
                Stream.concat(Stream.of(party.loan), papers.stream().map(PaperVersion::paper)).distinct().toList();
            case Opening(var party, var what, var _, var _) -> List.of(party.loan, what.paper);
            case OpeningRefused(var party, var _, var _, var _, var _) -> List.of(party.loan);
            case LoanEnded(var party) -> List.of(party.loan);
            case LoanExpired(var party) -> List.of(party.loan);
            case MaskSet(var view, var _) -> List.of(view);
            case MaskEnded(var view, var _) -> List.of(view);
            case People(var what) -> what.subjects();
            default -> List.of();
        };
    }

    /** The canonical JSON (RFC 8785) that the leaf commits to. */
    default String canonical(Instant at) {
        return Json.write(members(at));
    }

    private Map<String, @Nullable Object> members(Instant at) {
        var time = Fields.time(at);
        return switch (this) {
            case AccountOpened() -> Json.object("type", "accountOpened", "at", time);
            case SlotAdded(var slot, var kind) ->
                Json.object("type", "slotAdded", "at", time, "slot", slot, "kind", kind);
            case SlotDropped(var slot, var kind) ->
                Json.object("type", "slotDropped", "at", time, "slot", slot, "kind", kind);
            case PassphraseChanged() -> Json.object("type", "passphraseChanged", "at", time);
            case MaskSet(var _, var until) ->
                Json.object("type", "maskSet", "at", time, "until", Fields.time(until));
            case MaskEnded(var _, var early) -> Json.object("type", "maskEnded", "at", time, "early", early);
            case LoanGiven(var party, var papers, var from, var until, var actions) ->
                with(party, Json.object("type", "loanGiven", "at", time, "papers",
                        papers.stream().<Object>map(one -> Json.object("paper", one.paper, "version", one.version))
                                .toList(),
                        "from", Fields.time(from), "until", Fields.time(until), "actions", actions));
            case Opening(var party, var what, var by, var action) ->
                with(party, with(what, Json.object("type", "opening", "at", time, "by", by, "action", action)));
            case OpeningRefused(var party, var what, var by, var action, var reason) -> with(party, with(what, Json
                    .object("type", "openingRefused", "at", time, "by", by, "action", action, "reason", reason)));
            case LoanEnded(var party) -> with(party, Json.object("type", "loanEnded", "at", time));
            case LoanExpired(var party) -> with(party, Json.object("type", "loanExpired", "at", time));
            case Exported() -> Json.object("type", "exported", "at", time);
            case KitMade(var kit, var days, var agencies) -> Json.object("type", "kitMade", "at", time, "kit", kit,
                    "days", days, "agencies", agencies);
            case KitRevoked(var kit) -> Json.object("type", "kitRevoked", "at", time, "kit", kit);
            case RecoveryCard(var kit, var card, var agency, var by) -> agency == null
                    ? Json.object("type", "recoveryCard", "at", time, "kit", kit, "card", card)
                    : Json.object("type", "recoveryCard", "at", time, "kit", kit, "card", card, "agency", agency, "by",
                            by);
            case RecoveryStopped(var kit) -> Json.object("type", "recoveryStopped", "at", time, "kit", kit);
            case RecoveryOpened(var kit) -> Json.object("type", "recoveryOpened", "at", time, "kit", kit);
            case People(var what) -> what.members(time);
            case Build(var hash) -> Json.object("type", "build", "at", time, "hash", hash);
            case Erased(var receipt) -> Json.object("type", "erased", "at", time, "receipt", receipt);
            case AgencyKey(var agency, var function, var use, var thumbprint) -> Json.object("type", "agencyKey", "at",
                    time, "agency", agency, "function", function, "use", use, "thumbprint", thumbprint);
        };
    }

    private static Map<String, @Nullable Object> with(Party party, Map<String, @Nullable Object> members) {
        var all = new TreeMap<>(members);
        all.put("loan", party.loan);
        all.put("agency", party.agency);
        all.put("function", party.function);
        return all;
    }

    private static Map<String, @Nullable Object> with(PaperVersion what, Map<String, @Nullable Object> members) {
        var all = new TreeMap<>(members);
        all.put("paper", what.paper);
        all.put("version", what.version);
        return all;
    }
}
