package brussels.passerelle.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the build leaves what is run.
 *
 * @param root the checkout
 */
record Checkout(Path root) {
    /** Each with the name under which it is deployed. */
    List<Path> applications() {
        return List.of(root.resolve("registry/target/registry.war"),
                root.resolve("consent-service/service/target/service.war"),
                root.resolve("portal/web/target/web.war"));
    }

    Path server() {
        return root.resolve("deployment/server/target/server");
    }

    Path provider() {
        return root.resolve("deployment/keycloak/target/keycloak-provider.jar");
    }

    /** The one distribution of the identity provider that the build copied. */
    Path distribution() throws IOException, Refusal {
        var folder = root.resolve("deployment/keycloak/target/distribution");
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "*.zip")) {
                for (var file : files)
                    return file;
            }
        }
        throw new Refusal("The identity provider is missing in " + folder + ": build first (mvn -Pdemo does)");
    }

    void check() throws Refusal {
        for (var file : applications()) {
            if (!Files.isRegularFile(file))
                throw new Refusal(file + " is missing: build first (mvn -Pdemo does)");
        }
        if (!Files.isDirectory(server()))
            throw new Refusal(server() + " is missing: build first (mvn -Pdemo does)");
        if (!Files.isRegularFile(provider()))
            throw new Refusal(provider() + " is missing: build first (mvn -Pdemo does)");
    }
}
