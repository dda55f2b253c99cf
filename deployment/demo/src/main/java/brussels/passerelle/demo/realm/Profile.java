package brussels.passerelle.demo.realm;

import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * What is kept of a person: a username. No names; the address of e-mail, which cannot be removed, is the administrator's
 * alone and stays empty; organisation and team are for people who work somewhere; doors are public keys whose signature
 * signs in, written by the consent service and shown to nobody.
 */
final class Profile {
    /** Letters, marks and digits of any script, with single hyphens inside. */
    static final String USERNAME = "^[\\p{L}\\p{M}\\p{N}]+(-[\\p{L}\\p{M}\\p{N}]+)*$";
    /** Thumbprint, kind, and the two coordinates of a P-256 key. */
    static final String DOOR = "^[A-Za-z0-9_-]{43}\\|[a-z]{1,16}\\|[A-Za-z0-9_-]{43}\\|[A-Za-z0-9_-]{43}$";
    private static final int MOST_DOORS = 16;

    private Profile() {}

    static Map<String, Object> component() {
        return Map.of("providerId", "declarative-user-profile", "config",
                Map.of("kc.user.profile.config", List.of(JSONObjectUtils.toJSONString(configuration()))));
    }

    private static Map<String, Object> configuration() {
        var username = Map.of("length", Map.of("min", 2, "max", 64), "pattern",
                Map.of("pattern", USERNAME, "error-message", "error-invalid-value"));
        return Map.of("attributes",
                List.of(attribute("username", username), attribute("email", Map.of("length", Map.of("max", 0))),
                        attribute("organisation", Map.of("length", Map.of("max", 64))),
                        attribute("team", Map.of("length", Map.of("max", 64))), doors()));
    }

    private static Map<String, Object> doors() {
        return attribute("door", Map.of("pattern", Map.of("pattern", DOOR, "error-message", "error-invalid-value"),
                "multivalued", Map.of("max", MOST_DOORS)), true);
    }

    private static Map<String, Object> attribute(String name, Map<String, ?> validations) {
        return attribute(name, validations, false);
    }

    private static Map<String, Object> attribute(String name, Map<String, ?> validations, boolean multivalued) {
        return Map.of("name", name, "validations", validations, "multivalued", multivalued, "permissions",
                Map.of("view", List.of("admin"), "edit", List.of("admin")));
    }
}
