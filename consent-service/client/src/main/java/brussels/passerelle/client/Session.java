package brussels.passerelle.client;

import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Someone signed in: a token of a few minutes bound to a key of this session, and the secret that renews it. Close it to
/// forget both. Not for several threads at once.
public final class Session implements AutoCloseable {
    /// Renewed so long before the end that a request under way does not meet it.
    private static final int MARGIN = 20;
    private final NodeAddress node;
    private final Http http;
    private final ServerClock clock;
    private final Possession key = new Possession();
    private final String username;
    private final SignInSecrets secrets;
    private Tokens tokens;
    private @Nullable Wallet wallet;

    Session(NodeAddress node, Http http, ServerClock clock, String username, SignInSecrets secrets) throws IOException {
        this.node = node;
        this.http = http;
        this.clock = clock;
        this.username = username;
        this.secrets = secrets;
        this.tokens = new SignIn(node, http, clock).run(username, secrets.authSecret(), key);
    }

    /// What the server knows of the person.
    public record Me(String account, String username, List<String> roles, @Nullable String organisation,
            @Nullable String team) {}

    public Me me() throws IOException {
        Fields me = api().read("/me");
        return new Me(me.text("account"), me.text("username"), me.texts("roles"), me.optionalText("organisation"),
                me.optionalText("team"));
    }

    /// The account's id, as the identity provider signed it in.
    public String account() {
        return tokens.account();
    }

    /// The wallet, unlocked; made on first use of a new account.
    ///
    /// @throws brussels.passerelle.protocol.Damaged when what the server holds is not what this account made
    public Wallet wallet() throws IOException {
        if (wallet == null)
            wallet = Wallet.unlock(this);
        return wallet;
    }

    /// The worker's side: what was lent to the function.
    public Desk desk() throws IOException {
        return new Desk(this, wallet(), registry());
    }

    /// The administrator's side of an agency.
    public Agency agency(String id) throws IOException {
        return new Agency(id, this, wallet(), registry());
    }

    /// The consent service as this person, for what has no method of its own.
    public Api api() {
        return new Api(this, http, path -> node.api(path));
    }

    Registry registry() {
        return new Registry(node, http);
    }

    /// The registry as this person, for writing.
    Api registryApi() {
        return new Api(this, http, path -> node.registry(path));
    }

    @Override
    public void close() {
        secrets.close();
        if (wallet != null)
            wallet.close();
    }

    Secret wrapKey() {
        return secrets.wrapKey();
    }

    Instant now() {
        return clock.now();
    }

    String token() throws IOException {
        if (clock.now().plusSeconds(MARGIN).isAfter(tokens.expires()))
            renew();
        return tokens.access();
    }

    void renew() throws IOException {
        tokens = new SignIn(node, http, clock).run(username, secrets.authSecret(), key);
    }

    String proof(String method, URI uri, String token) {
        return key.proof(method, uri, token, clock.now());
    }
}
