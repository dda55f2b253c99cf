package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a holder can reach of the identity provider, no page of it ever offers to send a passphrase. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 2)
class RealmCrawlIT {
    private static final int PAGES = 400;
    private static final Pattern LINK = Pattern.compile("(?:href|action|src)\\s*=\\s*[\"']([^\"'#]+)");
    private static final List<String> CLIENTS = List.of("portal", "account", "account-console",
            "security-admin-console", "admin-cli", "broker", "realm-management");
    private static final List<String> DOORS = List.of("", "/account", "/account/", "/.well-known/openid-configuration",
            "/login-actions/authenticate", "/login-actions/reset-credentials", "/login-actions/registration",
            "/login-actions/required-action", "/login-actions/restart", "/login-actions/action-token",
            "/login-actions/detached-info", "/login-status-iframe.html", "/device", "/protocol/saml",
            "/broker/google/login",
            "/clients-registrations/openid-connect", "/protocol/openid-connect/registrations",
            "/protocol/openid-connect/forgot-credentials", "/protocol/openid-connect/logout",
            "/protocol/openid-connect/login-status-iframe.html", "/protocol/openid-connect/3p-cookies/step1.html");
    private static final List<String> WISHES = List.of("", "&prompt=login", "&prompt=create", "&prompt=none",
            "&kc_action=UPDATE_PASSWORD", "&kc_action=REGISTER", "&acr_values=1", "&response_mode=form_post",
            "&login_hint=holder", "&ui_locales=ar");

    private final RunningDemo demo;

    RealmCrawlIT(RunningDemo demo) {
        this.demo = demo;
    }

    @Test
    void no_page_has_a_field_for_a_passphrase() {
        var web = new Web();
        var todo = new ArrayDeque<URI>(doors().toList());
        var seen = new HashSet<URI>(todo);
        var offers = new ArrayList<String>();
        var html = 0;
        while (!todo.isEmpty() && seen.size() < PAGES) {
            var address = todo.remove();
            var answer = web.get(address, "Accept", "text/html,*/*;q=0.8");
            if (!answer.headers().firstValue("Content-Type").orElse("").contains("html"))
                continue;
            html++;
            if (asksForSecret(answer.body()))
                offers.add(address + " -> " + answer.uri());
            LINK.matcher(answer.body()).results().map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.contains("{") && !link.contains(" ")).map(answer.uri()::resolve)
                    .filter(this::inRealm).filter(seen::add).forEach(todo::add);
        }
        assertTrue(html > 5, "the crawl met only " + html + " pages: it does not reach the realm");
        assertEquals(List.of(), offers);
    }

    private static boolean asksForSecret(String page) {
        var lower = page.toLowerCase(java.util.Locale.ROOT);
        return lower.matches("(?s).*<input[^>]+type\\s*=\\s*[\"']?password.*")
                || lower.matches("(?s).*<input[^>]+name\\s*=\\s*[\"']?password.*");
    }

    private Stream<URI> doors() {
        var base = "/auth/realms/" + demo.realm();
        var asked = CLIENTS.stream().flatMap(client -> WISHES.stream().map(wish -> base
                + "/protocol/openid-connect/auth?client_id=" + client + "&response_type=code&scope=openid&redirect_uri="
                + demo.portal("/signed-in") + "&code_challenge_method=S256&code_challenge=" + "A".repeat(43) + wish));
        return Stream.concat(DOORS.stream().map(door -> base + door), asked).map(demo::portal);
    }

    private boolean inRealm(URI address) {
        return demo.portal("/").getAuthority().equals(address.getAuthority())
                && address.getPath().startsWith("/auth/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/", "/auth/admin/", "/auth/admin/master/console/", "/auth/realms/master",
            "/auth/realms/master/protocol/openid-connect/auth", "/auth/realms/master/.well-known/openid-configuration",
            "/auth/health", "/auth/metrics", "/auth/realms/../admin/master/console/", "/auth/resources/../admin/",
            "/auth/realms/%2e%2e/admin/master/console/"})
    void the_provider_has_no_other_door(String path) {
        assertEquals(404, new Web().get(demo.portal(path)).statusCode());
    }

    @Test
    void the_realm_itself_is_reachable() {
        var configuration = new Web()
                .get(demo.portal("/auth/realms/" + demo.realm() + "/.well-known/openid-configuration"));
        assertEquals(200, configuration.statusCode());
        assertTrue(configuration.body().contains("\"" + demo.portal("/auth/realms/" + demo.realm()) + "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "client_credentials", "refresh_token",
            "urn:openid:params:grant-type:ciba", "urn:ietf:params:oauth:grant-type:device_code",
            "urn:ietf:params:oauth:grant-type:token-exchange"})
    void no_token_without_the_code_flow(String grant) {
        var token = demo.portal("/auth/realms/" + demo.realm() + "/protocol/openid-connect/token");
        for (var client : CLIENTS) {
            var answer = new Web().post(token, Map.of("grant_type", grant, "client_id", client, "username", "holder",
                    "password", "demo-holder-passphrase", "scope", "openid"));
            assertNotEquals(200, answer.statusCode(), client + ": " + answer.body());
            assertTrue(!answer.body().contains("access_token"), client);
        }
    }
}
