package brussels.passerelle.demo.realm;

import java.util.Map;

/** Wrong tries make the next ones wait, two seconds more each time and thirty at most; nobody is ever locked out. */
final class Slowdown {
    private Slowdown() {}

    static Map<String, Object> settings() {
        return Map.of("bruteForceProtected", true, "bruteForceStrategy", "LINEAR", "permanentLockout", false,
                "failureFactor", 5,
                "waitIncrementSeconds", 2, "maxFailureWaitSeconds", 30, "minimumQuickLoginWaitSeconds", 1,
                "quickLoginCheckMilliSeconds", 0,
                "maxDeltaTimeSeconds", 3600, "maxTemporaryLockouts", 0);
    }
}
