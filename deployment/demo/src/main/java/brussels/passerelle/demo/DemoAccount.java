package brussels.passerelle.demo;

import java.util.List;

import brussels.passerelle.demo.realm.Account;
import brussels.passerelle.protocol.derive.SignInSecrets;
import org.jspecify.annotations.Nullable;

/** The people of the demo. Their passphrases are for everybody to read. */
enum DemoAccount {
    HOLDER("holder", null, null), HELPER("helper", null, null), WORKER(
            "worker", "cpas-molenbeek",
            "accueil"), AGENCY_ADMIN("agency-admin", "cpas-molenbeek", null), REGISTRY_EDITOR(
                    "registry-editor", "cpas-molenbeek",
                    null), AUDITOR("auditor", null, null);

    private final String username;
    private final @Nullable String organisation;
    private final @Nullable String team;

    DemoAccount(String username, @Nullable String organisation, @Nullable String team) {
        this.username = username;
        this.organisation = organisation;
        this.team = team;
    }

    String username() {
        return username;
    }

    String passphrase() {
        return "demo-" + username + "-passphrase";
    }

    /** The role they are named after; whoever helps has a wallet too. */
    List<String> roles() {
        return this == HELPER ? List.of(username, "holder") : List.of(username);
    }

    /** Half a second of derivation. */
    Account account(String realm) {
        try (var secrets = SignInSecrets.derive(realm, username, passphrase().toCharArray())) {
            return new Account(username, secrets.authSecret(), roles(), organisation, team);
        }
    }
}
