package brussels.passerelle.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import brussels.passerelle.demo.realm.Account;
import brussels.passerelle.demo.seed.Seeding;
import brussels.passerelle.protocol.derive.SignInSecrets;
import org.jspecify.annotations.Nullable;

/** The people of the demo. Their passphrases are for everybody to read. */
enum DemoAccount {
    HOLDER, // has a few papers and lends one
    HELPER, // helps others, and has a wallet too
    WORKER("worker", "cpas-molenbeek", "accueil"), //
    AGENCY_ADMIN("agency-admin", "cpas-molenbeek", null), //
    ABRI_ADMIN("agency-admin", "abri-du-canal", null), //
    RELAIS_ADMIN("agency-admin", "relais-logement", null), //
    REGISTRY_EDITOR("registry-editor", "cpas-molenbeek", null), //
    AUDITOR;

    private final String role;
    private final @Nullable String organisation;
    private final @Nullable String team;

    DemoAccount() {
        role = name().toLowerCase(Locale.ROOT);
        organisation = null;
        team = null;
    }

    DemoAccount(String role, @Nullable String organisation, @Nullable String team) {
        this.role = role;
        this.organisation = organisation;
        this.team = team;
    }

    String username() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String passphrase() {
        return "demo-" + username() + "-passphrase";
    }

    List<String> roles() {
        return this == HELPER ? List.of(role, "holder") : List.of(role);
    }

    /** Half a second of derivation. */
    Account account(String realm) {
        try (var secrets = SignInSecrets.derive(realm, username(), passphrase().toCharArray())) {
            return new Account(username(), secrets.authSecret(), roles(), organisation, team);
        }
    }

    static List<Seeding.Person> people() {
        return Stream.of(values()).map(account -> new Seeding.Person(account.username(), account.passphrase(),
                account.role.equals("agency-admin") && account.organisation != null ? account.organisation : ""))
                .toList();
    }
}
