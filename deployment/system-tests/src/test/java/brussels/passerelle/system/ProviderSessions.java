package brussels.passerelle.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/** What the identity provider remembers of people who signed in, asked by its own administrator on its internal port. */
final class ProviderSessions {
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

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

    private String ask(String path) {
        var answer = web.send(HttpRequest.newBuilder(internal("/admin/realms/" + demo.realm() + path))
                .header("Authorization", "Bearer " + token()));
        if (answer.statusCode() != 200)
            throw new IllegalStateException(path + " " + answer.statusCode());
        return answer.body();
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
