package brussels.passerelle.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything of a realm that a browser can reach: known addresses of the identity provider, whatever its discovery document
 * names, and from there every link, form and redirect.
 */
final class Crawl {
    private static final Pattern LINK = Pattern.compile("(?:href|src|action)=\"([^\"]+)\"|\"(https?://[^\"\\s]+)\"");
    private static final List<String> CLIENTS = List.of("portal", "accounts", "account", "account-console",
            "security-admin-console",
            "admin-cli", "broker", "realm-management");
    private static final List<String> PAGES = List.of("", "/", "/account", "/account/", "/account/password", "/device",
            "/broker/x/login",
            "/broker/x/endpoint", "/login-actions/authenticate", "/login-actions/registration",
            "/login-actions/reset-credentials",
            "/login-actions/restart", "/login-actions/required-action", "/login-actions/action-token?key=x",
            "/login-actions/first-broker-login",
            "/login-actions/post-broker-login", "/login-actions/detached-info", "/login-actions/consent",
            "/protocol/openid-connect/auth/device", "/protocol/openid-connect/registrations",
            "/protocol/openid-connect/forgot-credentials",
            "/protocol/openid-connect/logout", "/protocol/openid-connect/login-status-iframe.html",
            "/protocol/openid-connect/3p-cookies/step1.html", "/protocol/saml", "/protocol/saml/clients/x",
            "/protocol/docker-v2/auth",
            "/clients-registrations/openid-connect", "/organizations", "/.well-known/openid-configuration",
            "/.well-known/uma2-configuration");

    private final SignIn browser;
    private final String realm;
    private final Map<String, String> pages = new LinkedHashMap<>();

    /** @param realm its address on the internal port */
    Crawl(SignIn browser, String realm) {
        this.browser = browser;
        this.realm = realm;
    }

    /** The body of every page, by its address. */
    Map<String, String> pages() throws IOException, InterruptedException {
        var toVisit = new ArrayDeque<String>();
        for (var page : PAGES)
            toVisit.add(realm + page);
        for (var client : CLIENTS) {
            for (var redirect : List.of("/signed-in",
                    "/auth/realms/" + realm.substring(realm.lastIndexOf('/') + 1) + "/account/")) {
                toVisit.add(ask(client, redirect, ""));
                toVisit.add(ask(client, redirect, "&prompt=create"));
                toVisit.add(ask(client, redirect, "&kc_action=UPDATE_PASSWORD"));
            }
        }
        Set<String> seen = new HashSet<>();
        while (!toVisit.isEmpty() && seen.size() < 400) {
            var address = toVisit.remove();
            if (seen.add(address.replaceAll("(session_code|tab_id|client_data|execution|code|state)=[^&]*", "")))
                toVisit.addAll(visit(address));
        }
        return pages;
    }

    /** The pages that could take a passphrase from somebody. */
    static List<String> asking(Map<String, String> pages) {
        return pages.entrySet().stream().filter(page -> {
            var body = page.getValue().toLowerCase(Locale.ROOT);
            return body.contains("type=\"password\"") || body.contains("name=\"password\"")
                    || body.contains("password-new");
        }).map(Map.Entry::getKey).toList();
    }

    private List<String> visit(String address) throws IOException, InterruptedException {
        var response = browser.get(address, "text/html");
        pages.put(address, response.body());
        var links = new ArrayList<String>();
        response.headers().firstValue("Location").flatMap(location -> within(address, location)).ifPresent(links::add);
        if (!response.headers().firstValue("Content-Type").orElse("").matches("text/html.*|application/json.*"))
            return links;
        var matcher = LINK.matcher(response.body());
        while (matcher.find()) {
            within(address, matcher.group(1) != null ? matcher.group(1) : matcher.group(2)).ifPresent(links::add);
        }
        return links;
    }

    private Optional<String> within(String page, String link) {
        try {
            var target = URI.create(page).resolve(link.replace("&amp;", "&")).toString();
            var internal = target.replace(KeycloakFixture.PORTS.origin(),
                    "http://127.0.0.1:" + KeycloakFixture.PORTS.keycloak());
            return internal.startsWith(realm) ? Optional.of(internal) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private String ask(String client, String redirect, String more) {
        return realm + "/protocol/openid-connect/auth?response_type=code&scope=openid&client_id=" + client
                + "&redirect_uri="
                + URLEncoder.encode(KeycloakFixture.PORTS.origin() + redirect, StandardCharsets.UTF_8)
                + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" + more;
    }
}
