package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Call;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.database.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two devices find each other, once, for ten minutes; nobody needs an account for it. */
class MeetingIT extends ServerTest {
    private final String offer = "{\"of\":\"" + UUID.randomUUID() + "\"}";
    private final Answer opened = open(offer).expect(201);
    private final String id = opened.json().getString("meeting");
    private final String code = opened.json().getString("code");

    @Test
    void anOfferIsFoundByIdAndByCode() {
        for (var name : new String[]{id, code}) {
            var found = Call.byNobody("GET", "/meetings/" + name).send().expect(200).json();
            assertEquals(offer, found.getString("offer"));
            assertEquals(id, found.getString("meeting"));
        }
    }

    @Test
    void eachPartIsSaidOnce() {
        for (var part : new String[]{"answer", "reply", "closing"}) {
            Call.byNobody("GET", "/meetings/" + id + "/" + part).send().expect(204);
            say(id, part, "first").expect(204);
            say(id, part, "second").expectProblem(409, "meetingAnswered");
            assertEquals("first", Call.byNobody("GET", "/meetings/" + id + "/" + part).send().expect(200).json()
                    .getString(part));
        }
    }

    /** A request that was lost on the way and is sent again is not a second answer; under another key it is one. */
    @Test
    void theSameAnswerSentAgainIsTheSame() {
        var key = UUID.randomUUID().toString();
        for (var round = 0; round < 2; round++) {
            Call.byNobody("PUT", "/meetings/" + id + "/answer").key(key).json("{\"answer\":\"a\"}").send().expect(204);
        }
        say(id, "answer", "a").expectProblem(409, "meetingAnswered");
    }

    @Test
    void whatIsOverIsNotThere() throws SQLException {
        say(id, "answer", "a").expect(204);
        shift(id, Duration.ofMinutes(10));
        assertMissing(id);
    }

    @Test
    void whatIsOverIsDropped() throws Exception {
        say(id, "answer", "a").expect(204);
        shift(id, Duration.ofMinutes(11));
        var until = Instant.now().plusSeconds(20);
        while (stored("meeting", id) + stored("meeting_text", id) > 0 && Instant.now().isBefore(until)) {
            Thread.sleep(200);
        }
        assertEquals(0, stored("meeting", id) + stored("meeting_text", id));
    }

    @Test
    void whoOpenedItMayDropIt() {
        Call.byNobody("DELETE", "/meetings/" + id).send().expect(204);
        assertMissing(id);
        Call.byNobody("DELETE", "/meetings/" + Lendable.newId()).send().expect(204);
    }

    /** A code finds; it is never enough to say or to hear something. */
    @Test
    void aCodeOnlyFinds() {
        say(code, "answer", "a").expectProblem(404, "notFound");
        Call.byNobody("GET", "/meetings/" + code + "/answer").send().expectProblem(404, "notFound");
        Call.byNobody("DELETE", "/meetings/" + code).send().expectProblem(404, "notFound");
        say(id, "other", "a").expectProblem(404, "notFound");
    }

    @Test
    void textsAreSmall() {
        open("x".repeat(4_096)).expect(201);
        open("x".repeat(4_097)).expectProblem(413, "tooLarge");
        open("é".repeat(2_049)).expectProblem(413, "tooLarge");
        open("").expectProblem(400, "badInput");
        Call.byNobody("POST", "/meetings").json("{\"offer\":\"x\",\"more\":1}").send().expectProblem(400, "badInput");
        Call.byNobody("POST", "/meetings").json("{\"offer\":7}").send().expectProblem(400, "badInput");
        say(id, "answer", "x".repeat(4_097)).expectProblem(413, "tooLarge");
        Call.byNobody("PUT", "/meetings/" + id + "/answer").json("{\"reply\":\"x\"}").send().expectProblem(400,
                "badInput");
    }

    /** Nothing in the tables says who met. */
    @Test
    void theTablesNameNobody() throws SQLException {
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var rows = connection.createStatement().executeQuery("""
                        select count(*) from information_schema.columns where table_name like 'meeting%'
                        and column_name not in ('meeting', 'code', 'offer', 'until', 'part', 'body')""")) {
            rows.next();
            assertEquals(0, rows.getInt(1));
        }
    }

    /** Guessing is slow: after the table's amount even the right code is refused for a while. */
    @Test
    void codesAreNotGuessed() throws SQLException {
        try {
            var answer = Call.byNobody("GET", "/meetings/" + code).send();
            for (var round = 0; round < 80 && answer.status() != 429; round++) {
                answer = Call.byNobody("GET", "/meetings/00000000").send();
            }
            answer.expectProblem(429, "tooMany");
            assertTrue(Integer.parseInt(answer.header("Retry-After")) > 60);
            Call.byNobody("GET", "/meetings/" + code).send().expectProblem(429, "tooMany");
            Call.byNobody("GET", "/meetings/" + id).send().expect(200);
        } finally {
            Surroundings.forgetCounts();
        }
    }

    private static void assertMissing(String meeting) {
        var never = Call.byNobody("GET", "/meetings/" + Lendable.newId()).send().expectProblem(404, "notFound");
        var over = Call.byNobody("GET", "/meetings/" + meeting).send().expect(404);
        assertArrayEquals(never.body(), over.body());
        Call.byNobody("GET", "/meetings/" + meeting + "/answer").send().expectProblem(404, "notFound");
        assertFalse(say(meeting, "reply", "late").status() == 204);
    }

    private static Answer open(String text) {
        return Call.byNobody("POST", "/meetings").json("{\"offer\":" + quoted(text) + "}").send();
    }

    private static Answer say(String meeting, String part, String text) {
        return Call.byNobody("PUT", "/meetings/" + meeting + "/" + part)
                .json("{\"" + part + "\":" + quoted(text) + "}").send();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }

    private static void shift(String meeting, Duration by) throws SQLException {
        change("update meeting set until = until - interval '" + by.toSeconds() + " seconds' where meeting = '"
                + meeting
                + "'");
    }

    private static void change(String sql) throws SQLException {
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static int stored(String table, String meeting) throws SQLException {
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var rows = connection.createStatement()
                        .executeQuery("select count(*) from " + table + " where meeting = '" + meeting + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
