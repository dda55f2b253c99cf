package brussels.passerelle.system;

import java.net.URI;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Somebody who tries one secret after the other on a name, as fast as the door allows. */
final class Guesser implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("\"action\"\\s*:\\s*\"([^\"]+)\"");

    private final Web web = new Web();
    private final RunningDemo demo;
    private volatile boolean going = true;
    private volatile int refused;

    Guesser(RunningDemo demo, String username) {
        this.demo = demo;
        Thread.ofVirtual().start(() -> guess(username));
    }

    private void guess(String username) {
        var action = action(web.get(demo.portal("/auth/realms/" + demo.realm()
                + "/protocol/openid-connect/auth?client_id=portal&response_type=code&scope=openid&prompt=login&redirect_uri="
                + demo.portal("/signed-in") + "&code_challenge_method=S256&code_challenge=" + "A".repeat(43)), "Accept",
                "application/json").body());
        while (going) {
            var secret = "%016x".formatted(RandomGenerator.getDefault().nextLong()).repeat(4);
            var answer = web.post(action, Map.of("username", username, "password", secret));
            if (answer.body().contains("tooMany"))
                refused++;
            action = action(answer.body());
        }
    }

    private static URI action(String json) {
        var found = ACTION.matcher(json);
        if (!found.find())
            throw new IllegalStateException("no action in " + json);
        return URI.create(found.group(1).replace("\\/", "/"));
    }

    /** How often the door answered: wait. */
    int refused() {
        return refused;
    }

    @Override
    public void close() {
        going = false;
    }
}
