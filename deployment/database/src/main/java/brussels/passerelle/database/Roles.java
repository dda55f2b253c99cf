package brussels.passerelle.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes the roles and databases, or finds them made. Names are constants and passwords are checked, so both are written plainly. */
final class Roles {
    private Roles() {}

    static void create(Database database, Passwords passwords) throws SQLException {
        try (var connection = database.connect("postgres")) {
            for (var role : Role.values()) {
                if (missing(connection, "pg_roles", "rolname", role.login()))
                    run(connection, "CREATE ROLE " + role.login());
                run(connection,
                        "ALTER ROLE " + role.login()
                                + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '"
                                + passwords.of(role) + "'");
            }
            for (var role : Role.values()) {
                if (!role.owner() || !missing(connection, "pg_database", "datname", role.database()))
                    continue;
                run(connection, "CREATE DATABASE " + role.database() + " OWNER " + role.login());
            }
        }
        for (var role : Role.values()) {
            try (var connection = database.connect(role.database())) {
                for (var statement : grants(role))
                    run(connection, statement);
            }
        }
    }

    /** Only the roles of a database may enter it; an application role is given what its owner makes, and makes nothing. */
    static List<String> grants(Role role) {
        var grants = new ArrayList<>(List.of("REVOKE ALL ON DATABASE " + role.database() + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + role.database() + " TO " + role.login(),
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT USAGE ON SCHEMA public TO " + role.login()));
        if (role.owner()) {
            grants.add("GRANT ALL ON SCHEMA public TO " + role.login());
        } else {
            var byOwner = "ALTER DEFAULT PRIVILEGES FOR ROLE " + ownerOf(role.database()) + " IN SCHEMA public GRANT ";
            grants.add(byOwner + "SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + role.login());
            grants.add(byOwner + "USAGE, SELECT ON SEQUENCES TO " + role.login());
        }
        return grants;
    }

    private static String ownerOf(String database) {
        return List.of(Role.values()).stream().filter(role -> role.owner() && role.database().equals(database))
                .findFirst().orElseThrow()
                .login();
    }

    private static boolean missing(Connection connection, String table, String column, String name)
            throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM " + table + " WHERE " + column + " = ?")) {
            query.setString(1, name);
            try (var found = query.executeQuery()) {
                return !found.next();
            }
        }
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var plain = connection.createStatement()) {
            plain.execute(statement);
        }
    }
}
