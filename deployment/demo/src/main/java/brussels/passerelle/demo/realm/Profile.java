package brussels.passerelle.demo.realm;

import java.util.List;
import java.util.Map;

import com.nimbusds.jose.util.JSONObjectUtils;

/**
 * What is kept of a person: a username. No names; the address of e-mail, which cannot be removed, is the administrator's
 * alone and stays empty; organisation and team are for people who work somewhere.
 */
final class Profile {
    /** Letters, marks and digits of any script, with single hyphens inside. */
    static final String USERNAME = "^[\\p{L}\\p{M}\\p{N}]+(-[\\p{L}\\p{M}\\p{N}]+)*$";

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
                        attribute("team", Map.of("length", Map.of("max", 64)))));
    }

    private static Map<String, Object> attribute(String name, Map<String, ?> validations) {
        return Map.of("name", name, "validations", validations, "multivalued", false, "permissions",
                Map.of("view", List.of("admin"), "edit", List.of("admin")));
    }
}
