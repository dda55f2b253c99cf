package brussels.passerelle.demo.realm;

import java.util.List;
import java.util.Map;

/**
 * The ways in. There is one, with one step, which never shows a form; every other way is bound to a step that refuses.
 * There is no cookie step: a session that is still there signs nobody in.
 */
final class Flows {
    static final String OURS = "passerelle sign-in";
    static final String CLOSED = "passerelle closed";
    /** The step in the provider jar; without the jar this flow cannot run, and nobody signs in. */
    static final String STEP = "passerelle-sign-in";

    private Flows() {}

    static List<Map<String, Object>> all() {
        return List.of(flow(OURS, "The only way in", STEP), flow(CLOSED, "No way in", "deny-access-authenticator"));
    }

    private static Map<String, Object> flow(String alias, String description, String step) {
        return Map.of("alias", alias, "description", description, "providerId", "basic-flow", "topLevel", true,
                "builtIn", false,
                "authenticationExecutions",
                List.of(Map.of("authenticator", step, "requirement", "REQUIRED", "priority", 10,
                        "authenticatorFlow", false, "userSetupAllowed", false)));
    }
}
