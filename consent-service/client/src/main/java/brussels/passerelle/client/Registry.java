package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.PublishedKeys;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Optional;

/// What the registry publishes, read without telling it who asks.
public final class Registry {
    private final NodeAddress node;
    private final Http http;

    Registry(NodeAddress node, Http http) {
        this.node = node;
        this.http = http;
    }

    /// An agency's keys, with every statement proven to be its root's; nothing when it has published none. Whether the root is
    /// the right one is for the caller to know.
    public Optional<PublishedKeys> keys(String agency) throws IOException {
        var response = http.send(HttpRequest.newBuilder(node.registry("/organisations/" + agency + "/keys"))
                .header("Accept", "application/json"));
        if (response.statusCode() == 404)
            return Optional.empty();
        if (response.statusCode() != 200)
            throw Refusal.of(response, response.body());
        var keys = PublishedKeys.parse(response.body());
        keys.verify();
        if (!keys.agency().equals(agency))
            throw new Damaged();
        return Optional.of(keys);
    }
}
