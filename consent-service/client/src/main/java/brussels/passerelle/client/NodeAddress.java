package brussels.passerelle.client;

import java.net.URI;

/// Where a node is.
///
/// @param origin         of portal and consent service, such as `http://localhost:8080`
/// @param registryOrigin such as `http://localhost:8081`
/// @param realm          of the identity provider, such as `passerelle`
public record NodeAddress(URI origin, URI registryOrigin, String realm) {

    URI api(String path) {
        return URI.create(origin + "/api" + path);
    }

    URI registry(String path) {
        return URI.create(registryOrigin + path);
    }

    URI realm(String path) {
        return URI.create(origin + "/auth/realms/" + realm + path);
    }
}
