package brussels.passerelle.system;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** An authenticator with a finger on it, in the page's browser: it holds passkeys that hold keys (PRF), and verifies its person. */
final class Passkeys {
    private Passkeys() {}

    static void withFinger(Page page) {
        var browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("ctap2Version", "ctap2_1");
        options.addProperty("transport", "internal");
        for (var able : new String[]{"hasResidentKey", "hasUserVerification", "isUserVerified", "hasPrf",
                "automaticPresenceSimulation"})
            options.addProperty(able, true);
        var authenticator = new JsonObject();
        authenticator.add("options", options);
        browser.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }
}
