package brussels.passerelle.consent.log;

import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can happen, in the past tense; the list is closed. Times are whole seconds. */
public sealed interface Event {

    /** A paper and which version of it. */
    record PaperVersion(String paper, int version) {}

    /** The parties of a loan. */
    record Party(String loan, String agency, String function) {}

    record AccountOpened() implements Event {}

    record KeysetChanged(int version) implements Event {}

    record PaperStored(PaperVersion what) implements Event {}

    record PaperDeleted(String paper) implements Event {}

    record LoanGiven(Party party, List<PaperVersion> papers, Instant from, Instant until, List<String> actions)
            implements
                Event {}

    record Opening(Party party, PaperVersion what, String by, String action) implements Event {}

    record OpeningRefused(Party party, PaperVersion what, String by, String action, String reason) implements Event {}

    record LoanEnded(Party party) implements Event {}

    record LoanExpired(Party party) implements Event {}

    /** Public: an agency's key, for everybody who watches the log. */
    record AgencyKey(String agency, String function, String use, String thumbprint) implements Event {}

    /** The canonical JSON (RFC 8785) that the leaf commits to. */
    default String canonical(Instant at) {
        return Json.write(members(at));
    }

    private Map<String, @Nullable Object> members(Instant at) {
        var time = Fields.time(at);
        return switch (this) {
            case AccountOpened() -> Json.object("type", "accountOpened", "at", time);
            case KeysetChanged(int version) -> Json.object("type", "keysetChanged", "at", time, "version", version);
            case PaperStored(var what) -> with(what, Json.object("type", "paperStored", "at", time));
            case PaperDeleted(var paper) -> Json.object("type", "paperDeleted", "at", time, "paper", paper);
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
