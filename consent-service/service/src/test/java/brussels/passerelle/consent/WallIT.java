package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Desk;
import brussels.passerelle.consent.harness.Person;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.database.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second wall, tried from behind the first: SQL under the application's own role. */
class WallIT extends ServerTest {
    private static final List<String> PERSONAL = List.of("account", "keyset", "manifest", "paper", "loan", "loan_item",
            "opening", "log_event", "view", "view_member", "log_shown", "slot", "closed_session");

    private final Agency agency = Agency.published();
    private final Wallet wallet = Wallet.open();
    private final String paper = wallet.paper();
    private final String loan = wallet.lend(agency, paper);
    private final Person worker = agency.worker();

    {
        wallet.holder().put("/keyset").header("If-None-Match", "*").json(Wallet.keyset(wallet.holder().account()))
                .send().expect(201);
        new Desk(worker).open(loan, paper).expect(201);
    }

    @Test
    void withoutANameThereIsNothing() throws SQLException {
        for (var role : List.of(Role.APP, Role.OWNER)) {
            try (var connection = Surroundings.database().connect(role)) {
                for (var table : PERSONAL) {
                    assertEquals(0, count(connection, table), role + " " + table);
                }
            }
        }
    }

    /** Remembered answers repeat what an account was told. */
    @Test
    void answersAreForWhoKnowsTheirKey() throws SQLException {
        wallet.holder().post("/loans").freshKey().json(agency.lendable(paper).json()).send().expect(201);
        try (var connection = as(Map.of("account", wallet.holder().account()))) {
            assertEquals(0, count(connection, "edge_answer"));
        }
    }

    @Test
    void withAnothersNameThereIsNothingOfMine() throws SQLException {
        try (var connection = as(Map.of("account", Person.holder().account(), "roles", ",holder,"))) {
            for (var table : PERSONAL) {
                assertEquals(0, count(connection, table), table);
            }
            assertEquals(0, update(connection, "update loan set state = 'ended', ended = now()"));
            assertEquals(0, update(connection, "delete from paper"));
            assertEquals(0, update(connection, "delete from loan_item"));
        }
    }

    @Test
    void withMyNameThereIsMine() throws SQLException {
        try (var connection = as(Map.of("account", wallet.holder().account(), "roles", ",holder,"))) {
            for (var table : List.of("account", "keyset", "paper", "loan", "loan_item", "opening")) {
                assertEquals(1, count(connection, table), table);
            }
        }
    }

    /** A name alone is not enough: without a view, or in one that shows nothing, there is nothing of what views show. */
    @Test
    void withoutAViewThereIsNothing() throws SQLException {
        for (var view : List.of("", "1", "-1")) {
            try (var connection = as(Map.of("account", wallet.holder().account(), "roles", ",holder,"))) {
                try (var set = connection.prepareStatement("select set_config('passerelle.view', ?, true)")) {
                    set.setString(1, view);
                    set.execute();
                }
                for (var table : List.of("view", "view_member", "log_shown", "log_event", "manifest", "paper", "loan",
                        "loan_item", "opening", "shown", "shown_event")) {
                    assertEquals(0, count(connection, table), view + " " + table);
                }
            }
        }
    }

    /** The time of an answer must not tell of what is hidden: it is not read and thrown away, it is not read. */
    @Test
    void whatIsHiddenIsNotEvenRead() throws SQLException {
        var account = Person.holder().account();
        try (var connection = as(Map.of("account", account, "whole", "on"))) {
            run(connection, "insert into view_member select '" + account
                    + "', 0, 'hidden' || n from generate_series(1, 500) n");
            run(connection, "insert into view_member values ('" + account + "', 1, 'shown')");
            run(connection, "set local enable_seqscan = off");
            for (var view : List.of("shown", "shown_event")) {
                var plan = new StringBuilder();
                try (var statement = connection.createStatement()) {
                    statement.execute(
                            "select set_config('passerelle.whole', '', true), set_config('passerelle.view', '1', true)");
                    try (var rows = statement.executeQuery("explain analyze select * from " + view)) {
                        while (rows.next()) {
                            plan.append(rows.getString(1)).append('\n');
                        }
                    }
                }
                assertFalse(plan.toString().contains("Rows Removed"), plan.toString());
                assertTrue(plan.toString().matches("(?s).*Index Cond: \\(\\(account = .*view = .*"), plan.toString());
            }
            connection.rollback();
        }
    }

    /** Only the functions that keep the books of views turn the keeper on, and they turn it off again. */
    @Test
    void theKeeperLeavesNothingOpen() throws SQLException {
        try (var connection = as(Map.of("account", Person.holder().account(), "roles", ",holder,"))) {
            for (var act : List.of("view_show('x', 'y')", "view_forget('x', 'y')", "session_close('x', now())")) {
                try (var statement = connection.createStatement()) {
                    statement.execute("select " + act);
                }
                for (var table : List.of("view", "view_member", "log_shown", "closed_session")) {
                    assertEquals(0, count(connection, table), act + " " + table);
                }
            }
            connection.rollback();
        }
    }

    @Test
    void aDeskSeesWhatWasLentToItAndChangesNothing() throws SQLException {
        try (var connection = atDesk(agency.id(), Agency.FUNCTION, ",worker,")) {
            assertEquals(1, count(connection, "loan"));
            assertEquals(1, count(connection, "loan_item"));
            assertEquals(1, count(connection, "paper"));
            assertEquals(0, count(connection, "keyset"));
            assertEquals(0, count(connection, "log_event"));
            assertThrows(SQLException.class,
                    () -> update(connection, "update loan set ends = ends + interval '1 year'"));
        }
        for (var other : List.of(List.of("elsewhere", Agency.FUNCTION, ",worker,"),
                List.of(agency.id(), "logement", ",worker,"), List.of(agency.id(), Agency.FUNCTION, ",holder,"))) {
            try (var connection = atDesk(other.get(0), other.get(1), other.get(2))) {
                for (var table : List.of("loan", "loan_item", "paper")) {
                    assertEquals(0, count(connection, table), other + " " + table);
                }
            }
        }
    }

    @Test
    void nobodyWritesIntoAnothersLog() throws SQLException {
        try (var connection = as(Map.of("account", Person.holder().account(), "roles", ",worker,"))) {
            assertThrows(SQLException.class, () -> update(connection, """
                    with l as (insert into log_leaf (data) values ('') returning leaf)
                    insert into log_event (leaf, account, salt, event, at)
                    select leaf, '%s', '', '{}', now() from l""".formatted(wallet.holder().account())));
        }
    }

    @Test
    void theClockSeesOnlyWhatIsOver() throws SQLException {
        try (var connection = as(Map.of("clock", "on"))) {
            for (var table : List.of("paper", "keyset", "account", "opening", "log_event")) {
                assertEquals(0, count(connection, table), table);
            }
            try (var rows = connection.createStatement()
                    .executeQuery("select count(*) from loan where loan = '" + loan + "'")) {
                rows.next();
                assertEquals(0, rows.getInt(1), "a running loan");
            }
        }
    }

    /** A name lives as long as a transaction; the pool hands on connections that know nobody. */
    @Test
    void aNameEndsWithItsTransaction() throws SQLException {
        try (var connection = as(Map.of("account", wallet.holder().account()))) {
            assertEquals(1, count(connection, "paper"));
            connection.commit();
            assertEquals(0, count(connection, "paper"));
        }
    }

    @Test
    void everyTableWithAnAccountIsBehindTheWall() throws SQLException {
        try (var connection = Surroundings.database().connect(Role.OWNER);
                var rows = connection.createStatement().executeQuery("""
                        select c.relname, c.relrowsecurity and c.relforcerowsecurity from pg_class c
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'account'
                        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace""")) {
            var tables = new ArrayList<String>();
            while (rows.next()) {
                tables.add(rows.getString(1));
                assertTrue(rows.getBoolean(2), rows.getString(1));
            }
            tables.add("closed_session");
            assertTrue(tables.containsAll(PERSONAL), tables.toString());
        }
    }

    @Test
    void theApplicationOwnsNothing() throws SQLException {
        try (var connection = Surroundings.database().connect(Role.APP);
                var rows = connection.createStatement().executeQuery("""
                        select r.rolsuper or r.rolbypassrls, (select count(*) from pg_class c where c.relowner = r.oid)
                        from pg_roles r where r.rolname = current_user""")) {
            rows.next();
            assertFalse(rows.getBoolean(1));
            assertEquals(0, rows.getInt(2));
        }
    }

    private static Connection atDesk(String agency, String team, String roles) throws SQLException {
        return as(Map.of("account", Person.holder().account(), "organisation", agency, "team", team, "roles", roles));
    }

    private static Connection as(Map<String, String> names) throws SQLException {
        var connection = Surroundings.database().connect(Role.APP);
        connection.setAutoCommit(false);
        for (var name : names.entrySet()) {
            try (var set = connection
                    .prepareStatement("select set_config('passerelle." + name.getKey() + "', ?, true)")) {
                set.setString(1, name.getValue());
                set.execute();
            }
        }
        if (names.containsKey("account")) {
            try (var enter = connection.prepareStatement("select wall_enter(?, null)")) {
                enter.setString(1, names.get("account"));
                enter.execute();
            }
        }
        return connection;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(Connection connection, String table) throws SQLException {
        try (var rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static int update(Connection connection, String sql) throws SQLException {
        var point = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        } finally {
            connection.rollback(point);
        }
    }
}
