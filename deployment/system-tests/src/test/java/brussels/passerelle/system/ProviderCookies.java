package brussels.passerelle.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;

/** The identity provider's cookies as somebody would have them who listened while another person signed in. */
final class ProviderCookies {
    private final Map<String, String> taken = new ConcurrentHashMap<>();
    private final List<Response> answers = new ArrayList<>();

    ProviderCookies(BrowserContext profile) {
        profile.onResponse(response -> {
            if (response.url().contains("/auth/realms/"))
                answers.add(response);
        });
    }

    /** Asks for a code without showing anything to anybody: {@code code}, or the error that comes instead. */
    String signInSilently(RunningDemo demo) throws IOException, InterruptedException {
        for (var answer : answers)
            for (var header : answer.headersArray())
                if (header.name.equalsIgnoreCase("set-cookie"))
                    keep(header.value);
        var query = new TreeMap<>(Map.of("client_id", "portal", "response_type", "code", "scope", "openid", "prompt",
                "none", "redirect_uri", demo.portal("/signed-in").toString(), "code_challenge",
                "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method", "S256"));
        var request = HttpRequest
                .newBuilder(demo
                        .portal("/auth/realms/" + demo.realm() + "/protocol/openid-connect/auth?" + Web.form(query)))
                .header("Cookie", taken.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("; ")));
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var location = client.send(request.build(), BodyHandlers.discarding()).headers().firstValue("Location")
                    .orElse("");
            return location.contains("code=") ? "code" : location.replaceFirst(".*[?&]error=([a-z_]+).*", "$1");
        }
    }

    private void keep(String header) {
        for (var line : header.split("\n")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            if (pair.length == 2 && !pair[1].isBlank())
                taken.put(pair[0], pair[1]);
        }
    }
}
