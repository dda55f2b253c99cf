package brussels.passerelle.database;

/** Who may log in to which database. An owner migrates; an application role owns nothing and may create nothing. */
public enum Role {
    /** The consent service; row-level security applies to it. */
    APP("passerelle_app", "consent", false, "app"),
    /** The owner of the consent service's tables. */
    OWNER("passerelle_owner", "consent", true, "owner"),
    /** The registry. */
    REGISTRY("registry_app", "registry", false, "registry"),
    /** The owner of the registry's tables. */
    REGISTRY_OWNER("registry_owner", "registry", true, "registry-owner"),
    /** The identity provider, in a database of its own. */
    KEYCLOAK("keycloak", "keycloak", true, "keycloak");

    private final String login;
    private final String database;
    private final boolean owner;
    private final String property;

    Role(String login, String database, boolean owner, String property) {
        this.login = login;
        this.database = database;
        this.owner = owner;
        this.property = property;
    }

    public String login() {
        return login;
    }

    public String database() {
        return database;
    }

    boolean owner() {
        return owner;
    }

    /** The configuration property that carries this role's password, e.g. {@code passerelle.db.app.password}. */
    public String property() {
        return "passerelle.db." + property + ".password";
    }
}
