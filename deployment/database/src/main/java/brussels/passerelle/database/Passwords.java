package brussels.passerelle.database;

import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** The password of each role and of the superuser. Printed nowhere. */
public final class Passwords {
    private final String superuser;
    private final Map<Role, String> ofRoles;

    private Passwords(String superuser, Map<Role, String> ofRoles) {
        this.superuser = superuser;
        this.ofRoles = ofRoles;
    }

    /** The same password for everybody: for tests on a database that lives as long as they run. */
    public static Passwords same(String password) {
        return from(name -> password);
    }

    /**
     * Passwords from a store.
     *
     * @param secret gives, for a name, the same secret each time it is asked
     */
    public static Passwords from(Function<String, String> secret) {
        var ofRoles = new EnumMap<Role, String>(Role.class);
        for (var role : Role.values())
            ofRoles.put(role, checked(secret.apply(role.property())));
        return new Passwords(checked(secret.apply("postgres.password")), ofRoles);
    }

    /** 32 hexadecimal digits. */
    public static String random() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public String of(Role role) {
        return Objects.requireNonNull(ofRoles.get(role));
    }

    String superuser() {
        return superuser;
    }

    /** As environment variables, the form in which the server reads them and the list of processes does not show them. */
    public Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        ofRoles.forEach((role, password) -> environment.put(variable(role.property()), password));
        return environment;
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Passwords go into statements that take no parameters, so nothing that could end a literal is let in. */
    private static String checked(String password) {
        if (!password.matches("[A-Za-z0-9]{1,64}"))
            throw new IllegalArgumentException("A password must be letters and digits");
        return password;
    }
}
