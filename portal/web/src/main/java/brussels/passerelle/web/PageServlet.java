package brussels.passerelle.web;

import brussels.passerelle.look.Asset;
import brussels.passerelle.look.Language;
import brussels.passerelle.look.Site;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Answers every address of {@link PublicPage}, the neutral page, and the empty page that sign-in comes back to. */
@WebServlet({"", "/create", "/sign-in", "/signed-in", "/privacy", "/limits", "/missing", "/broken", "/neutral"})
public class PageServlet extends HttpServlet {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final List<String> PROVIDER_COOKIES = List.of("AUTH_SESSION_ID", "KC_AUTH_SESSION_HASH",
            "KC_STATE_CHECKER", "KC_RESTART",
            "KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION");

    private final transient Clock clock = Clock.system(ZoneId.of("Europe/Brussels"));
    private transient @Nullable Portal portal;

    @Override
    public void init() {
        var config = ConfigProvider.getConfig();
        var site = new Site(config.getValue("passerelle.origin", String.class),
                config.getValue("passerelle.registry.origin", String.class));
        portal = new Portal(site, config.getValue("passerelle.realm", String.class),
                config.getOptionalValue("passerelle.kiosk", Boolean.class).orElse(false), asset("/app/app.js"),
                asset("/app/app.css"),
                new LimitTable(site.portal()));
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var language = Language.negotiate(request.getParameter("lang"), request.getHeader("Accept-Language"));
        var path = request.getServletPath().isEmpty() ? "/" : request.getServletPath();
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Content-Language", language.code());
        response.setHeader("Vary", "Accept-Language");
        if (path.equals("/signed-in")) {
            forgetProvider(response);
        }
        response.getOutputStream().write(answer(path, language).getBytes(StandardCharsets.UTF_8));
    }

    private String answer(String path, Language language) {
        return switch (path) {
            // The script reads the code from the address of this answer; there is nothing to show, and nothing to run.
            case "/signed-in" ->
                "<!doctype html><html lang=\"en\"><head><title>Passerelle</title></head><body></body></html>";
            case "/neutral" -> Portal.neutral(language, LocalDate.now(clock));
            default -> page(path, language);
        };
    }

    /** What the identity provider leaves in a browser would tell the next person at this computer that somebody signed in. */
    private static void forgetProvider(HttpServletResponse response) {
        var path = "/auth/realms/" + ConfigProvider.getConfig().getValue("passerelle.realm", String.class) + "/";
        PROVIDER_COOKIES.forEach(name -> response.addHeader("Set-Cookie",
                name + "=; Path=" + path + "; Max-Age=0; Secure; HttpOnly; SameSite=None"));
    }

    private String page(String path, Language language) {
        if (portal == null) {
            throw new IllegalStateException("asked before it was ready");
        }
        return portal.render(PublicPage.at(path).orElse(PublicPage.MISSING), language);
    }

    private Asset asset(String path) {
        return Asset.of(path, getServletContext().getResourceAsStream(path));
    }
}
