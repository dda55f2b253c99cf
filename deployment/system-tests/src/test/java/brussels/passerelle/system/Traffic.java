package brussels.passerelle.system;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.microsoft.playwright.BrowserContext;

/** The addresses that a browser profile asks for, reached or not. */
final class Traffic {
    private final List<String> addresses = new CopyOnWriteArrayList<>();

    Traffic(BrowserContext profile) {
        profile.onRequest(request -> addresses.add(request.url()));
    }

    List<String> addresses() {
        return List.copyOf(addresses);
    }

    Set<String> origins() {
        return addresses.stream().filter(address -> address.startsWith("http") || address.startsWith("ws"))
                .map(address -> address.replaceFirst("^(\\w+://[^/]+).*", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
