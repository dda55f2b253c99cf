package brussels.passerelle.consent.account;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Json;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What this service does to accounts in the identity provider. Each act can be done again without harm. */
@Singleton
public class IdentityProvider {
    private static final String DOOR = "door";
    private final KeycloakAdmin admin;

    @Inject
    IdentityProvider(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /** Makes an account that can sign in with the derived secret, or refuses: accountExists, badInput. */
    void create(NewAccount account) {
        var body = Json.object("username", account.username(), "enabled", true, "credentials",
                List.of(password(account.authSecret())));
        switch (admin.users("POST", "", body).statusCode()) {
            case 201 -> {
            }
            case 409 -> throw Failure.Plain.ACCOUNT_EXISTS.refused();
            case 400 -> throw Failure.Plain.BAD_INPUT.refused();
            default -> throw Failure.Plain.SIGN_IN_UNAVAILABLE.refused();
        }
    }

    /** From now on exactly these doors sign the account in, each as {@code kid|kind|x|y}. */
    public void setDoors(String account, List<String> doors) {
        var user = user(account);
        var attributes = new TreeMap<String, @Nullable Object>();
        if (user.get("attributes") instanceof Map<?, ?> present) {
            present.forEach((name, values) -> attributes.put(String.valueOf(name), values));
        }
        if (!doors.equals(Objects.requireNonNullElse(attributes.get(DOOR), List.of()))) {
            attributes.put(DOOR, doors);
            change(account, user, "attributes", attributes);
        }
    }

    /** From now on this secret signs the account in, and what the old one began is over; or refuses: badInput. */
    public void setSecret(String account, String authSecret) {
        var answer = admin.users("PUT", "/" + account + "/reset-password", password(authSecret));
        if (answer.statusCode() == 400) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        done(answer);
        done(admin.users("POST", "/" + account + "/logout", null));
    }

    /** Nobody signs in any more, by any way; the name stays taken. */
    public void disable(String account) {
        change(account, user(account), "enabled", false);
    }

    public void enable(String account) {
        change(account, user(account), "enabled", true);
    }

    /** The account and its name are gone. */
    public void remove(String account) {
        var answer = admin.users("DELETE", "/" + account, null);
        if (answer.statusCode() != 404) {
            done(answer);
        }
    }

    /** Whether the realm answers. */
    boolean isReachable() {
        return admin.isReachable();
    }

    private Map<String, @Nullable Object> user(String account) {
        var answer = admin.users("GET", "/" + account, null);
        try {
            if (answer.statusCode() == 200) {
                return Json.parse(answer.body());
            }
        } catch (Damaged bad) {
            // refused below
        }
        throw Failure.Plain.SIGN_IN_UNAVAILABLE.refused();
    }

    /** The provider takes a user as a whole: what it said of the others goes back unchanged. */
    private void change(String account, Map<String, @Nullable Object> user, String name, Object value) {
        var changed = new TreeMap<>(user);
        changed.put(name, value);
        done(admin.users("PUT", "/" + account, changed));
    }

    private static void done(HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 204) {
            throw Failure.Plain.SIGN_IN_UNAVAILABLE.refused();
        }
    }

    private static Map<String, @Nullable Object> password(String authSecret) {
        return Json.object("type", "password", "value", authSecret, "temporary", false);
    }
}
