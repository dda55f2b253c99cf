package brussels.passerelle.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.loan.SealedLoan;
import brussels.passerelle.protocol.log.Checkpoint;
import brussels.passerelle.protocol.log.Leaf;
import brussels.passerelle.protocol.log.Node;
import brussels.passerelle.protocol.log.NoteSigner;
import brussels.passerelle.protocol.log.Tree;
import brussels.passerelle.protocol.manifest.SealedManifest;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The least that answers like a node, in this process and over real HTTP, so that the client can be shown a node that lies.
/// That the client works with the true one is for the system tests to show.
final class SmallNode implements AutoCloseable {
    static final String REALM = "passerelle";
    private static final Map<String, String> DERIVED = new ConcurrentHashMap<>();
    final Map<String, String> accounts = new HashMap<>();
    final Map<String, byte[]> things = new HashMap<>();
    final Map<String, Map<String, Object>> loans = new LinkedHashMap<>();
    final List<String> seen = new ArrayList<>();
    final Set<String> proofs = new HashSet<>();
    int expiresIn = 300;
    String redirect = "/signed-in";
    String action = "";
    int staleForms;
    int endedSessions;
    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<Node, byte[]> nodes = new HashMap<>();
    private final List<Object> events = new ArrayList<>();
    private final NoteSigner signer = NoteSigner.create("passerelle.localhost/log");
    private Map<String, String> asked = Map.of();

    SmallNode() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    NodeAddress address() {
        var origin = URI.create("http://localhost:" + server.getAddress().getPort());
        return new NodeAddress(origin, origin, REALM);
    }

    void account(String username, String passphrase) {
        accounts.put(username, DERIVED.computeIfAbsent(username + " " + passphrase, key -> {
            try (var secrets = SignInSecrets.derive(REALM, username, passphrase.toCharArray())) {
                return secrets.authSecret();
            }
        }));
    }

    /// As when a session was ended on the server.
    void forgetTokens() {
        tokens.clear();
    }

    void append(String event) {
        byte[] salt = Secret.randomBytes(32);
        nodes.putAll(tree().append(events.size(), List.of(Leaf.personal(salt, event).hash())));
        events.addFirst(Json.object("index", events.size(), "salt", Base64Url.encode(salt), "event", event, "at",
                Fields.time(Instant.now())));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Tree tree() {
        return new Tree(wanted -> {
            var found = new HashMap<Node, byte[]>();
            for (Node node : wanted)
                found.put(node, nodes.get(node));
            return found;
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().entrySet() + " " + new String(body, UTF_8));
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/auth/"))
                signIn(exchange, path, new String(body, UTF_8));
            else
                answer(exchange, path, body);
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private void signIn(HttpExchange exchange, String path, String body) throws Exception {
        String step = path.substring(path.lastIndexOf('/') + 1);
        var form = Form.query(URI.create("x:/?" + body));
        switch (step) {
            case "auth" -> {
                asked = Form.query(exchange.getRequestURI());
                exchange.getResponseHeaders().add("Set-Cookie", "AUTH_SESSION_ID=a=b; Path=/; HttpOnly");
                json(exchange, 401, Json.object("action", ownAction()));
            }
            case "authenticate" -> present(exchange, form);
            case "stale" -> json(exchange, 200, Json.object("action", ownAction()));
            case "token" -> token(exchange, form);
            case "logout" -> {
                endedSessions++;
                json(exchange, 200, Map.of());
            }
            default -> json(exchange, 404, Map.of());
        }
    }

    private String ownAction() {
        return action.isEmpty()
                ? address().realm("/login-actions/authenticate?session_code=" + staleForms).toString()
                : action;
    }

    private void present(HttpExchange exchange, Map<String, String> form) throws IOException {
        if (!String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")).contains("AUTH_SESSION_ID=a=b")) {
            json(exchange, 400, Map.of());
        } else if (staleForms-- > 0) {
            exchange.getResponseHeaders().set("Location", address().realm("/login-actions/stale").toString());
            exchange.sendResponseHeaders(302, -1);
        } else if (!form.get("password").equals(accounts.get(form.get("username")))) {
            json(exchange, 401, Json.object("action", ownAction(), "error", "wrongPassphrase"));
        } else {
            String code = Secret.randomId();
            codes.put(code, Map.of("username", form.get("username"), "challenge", asked.get("code_challenge"), "nonce",
                    asked.get("nonce")));
            String at = redirect.startsWith("/") ? address().origin() + redirect : redirect;
            exchange.getResponseHeaders().set("Location",
                    at + "?" + Form.of("state", asked.get("state"), "code", code));
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws Exception {
        var code = codes.remove(form.get("code"));
        proof(exchange, null);
        if (!Possession.sha256(form.get("code_verifier")).equals(code.get("challenge")))
            throw new IOException("PKCE");
        String token = Secret.randomId();
        tokens.put(token, code.get("username"));
        String claims = Base64Url
                .encode(Json.bytes(Json.object("sub", "id-" + code.get("username"), "nonce", code.get("nonce"))));
        json(exchange, 200,
                Json.object("access_token", token, "token_type", "DPoP", "expires_in", expiresIn, "id_token",
                        "e30." + claims + ".e30"));
    }

    /// The checks of RFC 9449 section 4.3 that a client could fail.
    private void proof(HttpExchange exchange, String token) throws Exception {
        var proof = SignedJWT.parse(exchange.getRequestHeaders().getFirst("DPoP")).getJWTClaimsSet();
        var uri = address().origin() + exchange.getRequestURI().getPath();
        boolean right = proof.getStringClaim("htm").equals(exchange.getRequestMethod())
                && proof.getStringClaim("htu").equals(uri) && proofs.add(proof.getJWTID())
                && (token == null || proof.getStringClaim("ath").equals(Possession.sha256(token)))
                && Duration.between(proof.getIssueTime().toInstant(), Instant.now()).abs().toSeconds() <= 10;
        if (!right)
            throw new IOException("proof " + proof);
    }

    private void answer(HttpExchange exchange, String path, byte[] body) throws Exception {
        if (path.startsWith("/api/log/"))
            log(exchange, path);
        else if (path.startsWith("/organisations/") && exchange.getRequestMethod().equals("GET"))
            thing(exchange, path, body);
        else {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            String token = authorization == null ? "" : authorization.substring("DPoP ".length());
            String username = tokens.get(token);
            if (username == null) {
                json(exchange, 401, Map.of());
                return;
            }
            proof(exchange, token);
            api(exchange, username, path, body);
        }
    }

    private void api(HttpExchange exchange, String username, String path, byte[] body) throws Exception {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && exchange.getRequestHeaders().getFirst("Idempotency-Key") == null)
            throw new IOException();
        if (path.equals("/api/loans") && method.equals("POST"))
            lend(exchange, body);
        else if (path.equals("/api/loans"))
            json(exchange, 200, Json.object("items", loanViews()));
        else if (path.endsWith("/end"))
            end(exchange, path.split("/")[3]);
        else if (path.equals("/api/desk/loans"))
            json(exchange, 200, Json.object("items", new ArrayList<>(loans.values())));
        else if (path.endsWith("/openings"))
            open(exchange, path.split("/")[4], Fields.of(body));
        else if (path.startsWith("/api/desk/openings/"))
            thing(exchange, "content/" + path.split("/")[4], body);
        else if (path.equals("/api/desk/keys"))
            json(exchange, 200, Json.object("items", handed("id-" + username)));
        else if (path.endsWith("/members"))
            json(exchange, 200, Json.object("items", members()));
        else if (path.endsWith("/refresh"))
            exchange.sendResponseHeaders(204, -1);
        else
            thing(exchange, path.matches("/api/(keyset|manifest|agencies/.*/root-key)") ? path + "/" + username : path,
                    body);
    }

    /// Keyset, manifest, papers, root keys, published keys, handed keys: kept and given back, after the server's own checks.
    private void thing(HttpExchange exchange, String path, byte[] body) throws Exception {
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                byte[] found = things.get(path);
                if (found == null)
                    json(exchange, 404, Json.object("type", "urn:problem-type:passerelle:notFound"));
                else
                    bytes(exchange, 200, found);
            }
            case "DELETE" -> things.keySet().removeIf(key -> key.startsWith(path));
            default -> {
                if (refused(exchange, path, body))
                    return;
                things.put(path, body);
            }
        }
        if (exchange.getResponseCode() < 0)
            exchange.sendResponseHeaders(204, -1);
    }

    private boolean refused(HttpExchange exchange, String path, byte[] body) throws Exception {
        var headers = exchange.getRequestHeaders();
        boolean stale = "*".equals(headers.getFirst("If-None-Match")) && things.containsKey(path);
        if (path.startsWith("/api/keyset/"))
            Keyset.parse(body).verify("id-" + path.substring("/api/keyset/".length()));
        if (path.startsWith("/organisations/"))
            PublishedKeys.parse(body).verify();
        if (path.startsWith("/api/papers/") && !headers.getFirst("Content-Digest").startsWith("sha-256=:"))
            return true;
        if (path.startsWith("/api/manifest/")) {
            SealedManifest.parse(new String(body, UTF_8));
            String had = new String(things.getOrDefault(path + "/version", "0".getBytes(UTF_8)), UTF_8);
            String match = headers.getFirst("If-Match");
            stale |= match != null && !match.matches("\"[A-Za-z0-9_-]{22}\\." + had + "\"");
            if (!stale)
                things.put(path + "/version", headers.getFirst("Manifest-Version").getBytes(UTF_8));
        }
        if (stale)
            json(exchange, 412, Json.object("type", "urn:problem-type:passerelle:preconditionFailed"));
        return stale;
    }

    private void lend(HttpExchange exchange, byte[] body) throws IOException {
        var loan = Json.parse(body);
        for (Fields item : Fields.of(body).objects("items"))
            SealedLoan.parse(item.text("jwe"));
        loan.put("state", "given");
        loans.put((String) loan.get("loan"), loan);
        append(Json.write(Json.object("type", "loanGiven", "loan", loan.get("loan"))));
        json(exchange, 201, loan);
    }

    private List<Object> loanViews() {
        return new ArrayList<>(loans.values());
    }

    private void end(HttpExchange exchange, String id) throws IOException {
        var loan = loans.get(id);
        if (loan.get("state").equals("ended")) {
            json(exchange, 409, Json.object("type", "urn:problem-type:passerelle:loanEnded"));
            return;
        }
        loan.put("state", "ended");
        loan.put("endedAt", Fields.time(Instant.now()));
        json(exchange, 200, loan);
    }

    private void open(HttpExchange exchange, String id, Fields asked) throws IOException {
        if (loans.get(id).get("state").equals("ended")) {
            json(exchange, 403,
                    Json.object("type", "urn:problem-type:passerelle:openingRefused", "reason", "loanEnded", "status",
                            403));
            return;
        }
        String opening = Secret.randomId();
        things.put("content/" + opening,
                things.get("/api/papers/" + asked.text("paper") + "/versions/" + asked.number("version")));
        append(Json.write(Json.object("type", "opening", "loan", id)));
        json(exchange, 201, Json.object("opening", opening));
    }

    private List<Object> handed(String account) throws IOException {
        var items = new ArrayList<Object>();
        for (var thing : things.entrySet()) {
            String[] path = thing.getKey().split("/");
            if (path.length != 7 || !path[5].equals(account))
                continue;
            var handing = Fields.of(thing.getValue());
            for (Fields item : handing.objects("items")) {
                items.add(Json.object("agency", path[3], "function", handing.text("function"), "use", item.text("use"),
                        "jwe",
                        item.text("jwe")));
            }
        }
        return items;
    }

    private List<Object> members() throws IOException {
        var items = new ArrayList<Object>();
        for (String username : accounts.keySet()) {
            byte[] keyset = things.get("/api/keyset/" + username);
            if (keyset == null)
                continue;
            items.add(
                    Json.object("account", "id-" + username, "username", username, "card", Keyset.parse(keyset).card(),
                            "functions", List.of()));
        }
        return items;
    }

    private void log(HttpExchange exchange, String path) throws IOException {
        var query = Form.query(exchange.getRequestURI());
        switch (path.substring("/api/log/".length())) {
            case "key" -> bytes(exchange, 200, (signer.key().text() + "\n").getBytes(UTF_8));
            case "checkpoint" ->
                bytes(exchange, 200, signer.sign(Checkpoint.of("passerelle.localhost/log", events.size(),
                        tree().root(events.size()))).getBytes(UTF_8));
            case "events" -> json(exchange, 200, Json.object("items", events));
            case "proofs/inclusion" -> hashes(exchange,
                    tree().inclusion(Long.parseLong(query.get("index")), Long.parseLong(query.get("size"))));
            default -> hashes(exchange,
                    tree().consistency(Long.parseLong(query.get("from")), Long.parseLong(query.get("to"))));
        }
    }

    private static void hashes(HttpExchange exchange, List<byte[]> hashes) throws IOException {
        json(exchange, 200, Json.object("hashes", hashes.stream().map(Base64.getEncoder()::encodeToString).toList()));
    }

    private static void json(HttpExchange exchange, int status, Map<String, ?> json) throws IOException {
        bytes(exchange, status, Json.bytes(json));
    }

    private static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
