package brussels.passerelle.consent.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import brussels.passerelle.consent.loan.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningPolicyTest {
    private static final Instant FROM = Instant.parse("2026-11-22T15:00:00Z");

    /** Decisions with their reasons: state, seconds since the start, rights, in the loan, action -> reason or permit. */
    @ParameterizedTest
    @CsvSource(nullValues = "permit", value = { //
            "GIVEN, 0, look, true, look, permit", "GIVEN, 10, look save, true, look, permit",
            "GIVEN, 10, look save, true, save, permit", "GIVEN, 10, look, true, save, ACTION_NOT_ALLOWED",
            "GIVEN, 10, look, true, print, ACTION_NOT_ALLOWED", "GIVEN, 10, look, false, look, NOT_IN_LOAN",
            "GIVEN, -1, look, true, look, LOAN_NOT_STARTED", "GIVEN, -1, look, false, save, LOAN_NOT_STARTED",
            "OFFERED, 10, look, true, look, LOAN_NOT_STARTED", "PAUSED, 10, look, true, look, LOAN_PAUSED",
            "EXPIRED, 10, look, true, look, LOAN_EXPIRED", "ENDED, 10, look, true, look, LOAN_ENDED",
            "ENDED, 10, look, false, save, LOAN_ENDED"})
    void decides(State state, long since, String rights, boolean inLoan, String action, Decision.Reason reason) {
        var decision = OpeningPolicy.decide(new OpeningPolicy.Facts(state, FROM, List.of(rights.split(" ", -1)), inLoan,
                action, FROM.plusSeconds(since)));
        assertEquals(reason == null ? new Decision.Permit() : new Decision.Deny(reason), decision);
    }

    /** Over everything it can be asked: only one kind of facts is permitted. */
    @Test
    void deniesByDefault() {
        for (var state : State.values()) {
            for (var inLoan : List.of(true, false)) {
                for (var action : List.of("look", "save", "", "LOOK", "delete")) {
                    var decision = OpeningPolicy.decide(
                            new OpeningPolicy.Facts(state, FROM, List.of("look"), inLoan, action, FROM));
                    var may = state == State.GIVEN && inLoan && action.equals("look");
                    assertEquals(may, decision instanceof Decision.Permit, state + " " + inLoan + " " + action);
                }
            }
        }
    }

    @Test
    void reasonsReadAsTheApiWritesThem() {
        assertEquals("loanEnded", Decision.Reason.LOAN_ENDED.text());
        assertEquals("notInLoan", Decision.Reason.NOT_IN_LOAN.text());
        assertEquals("actionNotAllowed", Decision.Reason.ACTION_NOT_ALLOWED.text());
    }
}
