package brussels.passerelle.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** The identity provider as its own administrator sees it, on its internal port: who is signed in, and for how long. */
final class ProviderSessions {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

    private static final Pattern LIFE = Pattern.compile("(\"access\\.token\\.lifespan\"\\s*:\\s*\")(\\d+)\"");

    private final RunningDemo demo;
    private final Web web = new Web();

    ProviderSessions(RunningDemo demo) {
        this.demo = demo;
    }

    /** How many sessions of this person are open there now. */
    long of(String username) {
        var query = Web.form(Map.of("username", username, "exact", "true"));
        var user = ID.matcher(ask("/users?" + query));
        if (!user.find())
            throw new IllegalStateException("no such person: " + username);
        return ID.matcher(ask("/users/" + user.group(1) + "/sessions")).results().count();
    }

    /** For how many seconds the tokens live that the wallet is given from now on; gives how many it was. */
    int tokensLive(int seconds) {
        var client = ask("/clients?clientId=portal");
        var was = LIFE.matcher(client);
        var id = ID.matcher(client);
        if (!was.find() || !id.find())
            throw new IllegalStateException("no such client, or no life of its own: " + client);
        // An array of one.
        var changed = was.replaceFirst("$1" + seconds + "\"").strip();
        change("/clients/" + id.group(1), changed.substring(1, changed.length() - 1));
        return Integer.parseInt(was.group(2));
    }

    /** Whether this person may sign in, and so renew. */
    void admit(String username, boolean admitted) {
        var query = Web.form(Map.of("username", username, "exact", "true"));
        var person = ask("/users?" + query);
        var id = ID.matcher(person);
        if (!id.find())
            throw new IllegalStateException("no such person: " + username);
        change("/users/" + id.group(1), person.strip().replaceFirst("^\\[", "").replaceFirst("]$", "")
                .replaceFirst("\"enabled\"\\s*:\\s*(true|false)", "\"enabled\":" + admitted));
    }

    private String ask(String path) {
        return sent(path, HttpRequest.newBuilder(admin(path)), 200);
    }

    private void change(String path, String json) {
        sent(path, HttpRequest.newBuilder(admin(path)).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)), 204);
    }

    private String sent(String path, HttpRequest.Builder request, int expected) {
        var answer = web.send(request.header("Authorization", "Bearer " + token()));
        if (answer.statusCode() != expected)
            throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private URI admin(String path) {
        return internal("/admin/realms/" + demo.realm() + path);
    }

    private String token() {
        var answer = web.post(internal("/realms/master/protocol/openid-connect/token"),
                Map.of("grant_type", "client_credentials", "client_id", "launcher", "client_secret", secret()));
        return answer.body().replaceFirst("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private URI internal(String path) {
        return URI.create("http://127.0.0.1:" + demo.port(8180) + "/auth" + path);
    }

    private String secret() {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(demo.state().resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets.getProperty("keycloak.admin");
    }
}
