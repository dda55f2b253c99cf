package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import brussels.passerelle.consent.harness.Wallet;
import brussels.passerelle.database.Database;
import brussels.passerelle.database.Passwords;
import brussels.passerelle.database.Role;
import brussels.passerelle.protocol.jose.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's wallet from before there were views: what it had, its holder still has, and nobody else. */
class MigrationIT {
    private static final int PORT = 7_482;
    private static final String BEFORE_VIEWS = "3";
    private static final String ACCOUNT = "nour";

    @Test
    void anOldWalletIsWholeInItsRootView(@TempDir Path folder) throws IOException, SQLException {
        try (var database = Database.start(folder, PORT, Passwords.same("test"))) {
            migrate(database, BEFORE_VIEWS);
            var paper = Secret.randomId();
            var loan = Secret.randomId();
            try (var owner = database.connect(Role.OWNER)) {
                fill(owner, paper, loan);
            }
            migrate(database, "latest");
            try (var app = database.connect(Role.APP)) {
                app.setAutoCommit(false);
                as(app, ACCOUNT, 0);
                assertEquals("1", one(app, "select count(*) from paper where paper = '" + paper + "'"));
                assertEquals("given", one(app, "select state from loan where loan = '" + loan + "'"));
                assertEquals("1", one(app, "select count(*) from loan_item"));
                assertEquals("2", one(app, "select count(*) from log_event"));
                assertEquals("the list", one(app, "select body from manifest"));
                assertEquals("passphrase", one(app, "select kind from slot"));
                assertEquals("t", one(app, "select until is null and share <> '' from view where number = 0"));
                assertEquals("[" + loan + ", " + paper + "]", one(app,
                        "select format('[%s, %s]', subjects[1], subjects[2]) from log_event where event like '%loan%'"));
                assertFalse(one(app, "select body from keyset").contains("\"view\""), "it is the view's own now");
                as(app, ACCOUNT, 1);
                assertEquals("0", one(app, "select count(*) from paper"), "of no other view");
                as(app, "somebody", 0);
                for (var table : new String[]{"paper", "loan", "log_event", "manifest", "slot", "view"}) {
                    assertEquals("0", one(app, "select count(*) from " + table), table);
                }
            }
        }
    }

    private static void migrate(Database database, String to) {
        Flyway.configure(MigrationIT.class.getClassLoader())
                .dataSource(database.url(Role.OWNER.database()), Role.OWNER.login(), "test")
                .locations("classpath:db/edge", "classpath:db/consent").target(to).load().migrate();
    }

    /** As the service of then wrote it. */
    private static void fill(Connection owner, String paper, String loan) throws SQLException {
        for (var table : new String[]{"account", "keyset", "manifest", "paper", "loan", "loan_item", "log_event"}) {
            update(owner, "alter table " + table + " no force row level security");
        }
        update(owner, "insert into account (account, username, seen) values (?, 'nour-123-456', now())", ACCOUNT);
        update(owner, "insert into keyset values (?, 1, 'thumbprint', ?, now())", ACCOUNT, Wallet.keyset(ACCOUNT));
        update(owner, "insert into manifest values (?, 1, 'the list', now())", ACCOUNT);
        update(owner, "insert into blob values ('hash', 100, 1)");
        update(owner, "insert into paper values (?, ?, 1, 100, 'hash', now())", ACCOUNT, paper);
        update(owner, """
                insert into loan values (?, ?, 'cpas', 'accueil', 'holder', '{}', 'look', now(), now() + interval '1 day',
                  'given', now(), null)""", loan, ACCOUNT);
        update(owner, "insert into loan_item values (?, ?, ?, 1, 0, 'jwe')", loan, ACCOUNT, paper);
        event(owner, "{\"type\":\"accountOpened\"}");
        event(owner, "{\"loan\":\"" + loan + "\",\"paper\":\"" + paper + "\",\"type\":\"opening\"}");
        for (var table : new String[]{"account", "keyset", "manifest", "paper", "loan", "loan_item", "log_event"}) {
            update(owner, "alter table " + table + " force row level security");
        }
    }

    private static void event(Connection owner, String text) throws SQLException {
        update(owner, """
                with leaf as (insert into log_leaf (data) values ('leaf') returning log_leaf.leaf)
                insert into log_event select leaf, ?, 'salt', ?, now() from leaf""", ACCOUNT, text);
    }

    private static void as(Connection app, String account, int view) throws SQLException {
        one(app, "select set_config('passerelle.account', '" + account + "', true) || set_config('passerelle.view', '"
                + view + "', true)");
    }

    private static void update(Connection connection, String sql, String... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }
}
