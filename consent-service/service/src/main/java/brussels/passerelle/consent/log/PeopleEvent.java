package brussels.passerelle.consent.log;

import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What helpers did, what arrived, and what the holder decided about it. */
public sealed interface PeopleEvent {

    /** The mandate something happened under, and the helper's name in it. */
    record Help(String mandate, String helper) {}

    record MandateGiven(Help help, List<String> rights, Instant from, Instant until) implements PeopleEvent {}

    record MandateChanged(Help help, List<String> rights, Instant from, Instant until) implements PeopleEvent {}

    /**
     * It is over before its time.
     *
     * @param by {@code holder} or {@code helper}
     */
    record MandateEnded(Help help, String by) implements PeopleEvent {}

    /** Its time has passed. */
    record MandateExpired(Help help) implements PeopleEvent {}

    record HelperAdded(Help help, String paper) implements PeopleEvent {}

    /**
     * A proposal waits.
     *
     * @param act {@code file} or {@code ask}
     */
    record HelperProposed(Help help, String arrival, String act) implements PeopleEvent {}

    /**
     * A paper was opened by a helper.
     *
     * @param action {@code look} or {@code print}
     */
    record HelperOpened(Help help, String paper, int version, String action) implements PeopleEvent {}

    record HelperRefused(Help help, String act, String reason) implements PeopleEvent {}

    record DepositArrived(String paper, String agency, String function, String by) implements PeopleEvent {}

    /**
     * The holder's word.
     *
     * @param answer {@code accepted} or {@code refused}
     * @param by who had sent it
     */
    record ArrivalDecided(String arrival, String act, String answer, String by, @Nullable String mandate,
            @Nullable String agency) implements PeopleEvent {}

    record AgencyBlocked(String block, String agency) implements PeopleEvent {}

    record AgencyUnblocked(String block, String agency) implements PeopleEvent {}

    default Event event() {
        return new Event.People(this);
    }

    /** As {@link Event#subjects()}. */
    default List<String> subjects() {
        return switch (this) {
            case MandateGiven(var help, var _, var _, var _) -> List.of(help.mandate);
            case MandateChanged(var help, var _, var _, var _) -> List.of(help.mandate);
            case MandateEnded(var help, var _) -> List.of(help.mandate);
            case MandateExpired(var help) -> List.of(help.mandate);
            case HelperAdded(var help, var paper) -> List.of(help.mandate, paper);
            case HelperProposed(var help, var arrival, var _) -> List.of(help.mandate, arrival);
            case HelperOpened(var help, var paper, var _, var _) -> List.of(help.mandate, paper);
            case HelperRefused(var help, var _, var _) -> List.of(help.mandate);
            case DepositArrived(var paper, var _, var _, var _) -> List.of(paper);
            case ArrivalDecided(var arrival, var _, var _, var _, var _, var _) -> List.of(arrival);
            case AgencyBlocked(var block, var _) -> List.of(block);
            case AgencyUnblocked(var block, var _) -> List.of(block);
        };
    }

    /** The members of the canonical JSON. */
    default Map<String, @Nullable Object> members(String at) {
        return switch (this) {
            case MandateGiven(var help, var rights, var from, var until) ->
                terms("mandateGiven", at, help, rights, from, until);
            case MandateChanged(var help, var rights, var from, var until) ->
                terms("mandateChanged", at, help, rights, from, until);
            case MandateEnded(var help, var by) -> with(help, Json.object("type", "mandateEnded", "at", at, "by", by));
            case MandateExpired(var help) -> with(help, Json.object("type", "mandateExpired", "at", at));
            case HelperAdded(var help, var paper) ->
                with(help, Json.object("type", "helperAdded", "at", at, "paper", paper));
            case HelperProposed(var help, var arrival, var act) ->
                with(help, Json.object("type", "helperProposed", "at", at, "arrival", arrival, "action", act));
            case HelperOpened(var help, var paper, var version, var action) -> with(help, Json.object("type",
                    "helperOpened", "at", at, "paper", paper, "version", version, "action", action));
            case HelperRefused(var help, var act, var reason) -> with(help,
                    Json.object("type", "helperRefused", "at", at, "action", act, "reason", reason));
            case DepositArrived(var paper, var agency, var function, var by) -> Json.object("type", "depositArrived",
                    "at", at, "paper", paper, "agency", agency, "function", function, "by", by);
            case ArrivalDecided(var arrival, var act, var answer, var by, var mandate, var agency) ->
                decided(Json.object("type", "arrivalDecided", "at", at, "arrival", arrival, "action", act, "answer",
                        answer, "by", by), mandate, agency);
            case AgencyBlocked(var _, var agency) ->
                Json.object("type", "agencyBlocked", "at", at, "agency", agency);
            case AgencyUnblocked(var _, var agency) ->
                Json.object("type", "agencyUnblocked", "at", at, "agency", agency);
        };
    }

    private static Map<String, @Nullable Object> terms(String type, String at, Help help, List<String> rights,
            Instant from, Instant until) {
        return with(help, Json.object("type", type, "at", at, "rights", rights, "from", Fields.time(from), "until",
                Fields.time(until)));
    }

    private static Map<String, @Nullable Object> with(Help help, Map<String, @Nullable Object> members) {
        var all = new TreeMap<>(members);
        all.put("mandate", help.mandate);
        all.put("helper", help.helper);
        return all;
    }

    private static Map<String, @Nullable Object> decided(Map<String, @Nullable Object> members,
            @Nullable String mandate, @Nullable String agency) {
        var all = new TreeMap<>(members);
        if (mandate != null) {
            all.put("mandate", mandate);
        }
        if (agency != null) {
            all.put("agency", agency);
        }
        return all;
    }
}
