package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URI;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.microsoft.playwright.Browser;

/** The registry answers everybody: without an account, without JavaScript, and machines from the same address. */
@ExtendWith(House.class)
@Order(Order.DEFAULT + 2)
class SearchIT {
    private static final String MOLENBEEK = "21012";
    private static final String NEED = "shower";

    private final RunningDemo demo;
    private final Browser browser;

    SearchIT(RunningDemo demo, Browser browser) {
        this.demo = demo;
        this.browser = browser;
    }

    @ParameterizedTest
    @EnumSource
    void finds_a_service_by_commune_and_need_without_scripts(Setting setting) {
        try (var profile = setting.profileWithoutScripts(browser)) {
            var page = profile.newPage();
            page.navigate(demo.registry("/?lang=" + setting.language).toString());
            page.locator("select[name=need]").selectOption(NEED);
            page.locator("select[name=commune]").selectOption(MOLENBEEK);
            page.locator("[data-action=search]").click();
            page.locator("[data-results] [data-offer] [data-action=show-offer]").first().click();
            page.locator("html[data-view=registry-offer] main [data-action=show-service]").first().click();
            page.locator("html[data-view=registry-service]").waitFor();

            var service = demo.registry(URI.create(page.url()).getPath());
            var turtle = parsed(service, "text/turtle", Lang.TURTLE);
            var json = parsed(service, "application/ld+json", Lang.JSONLD);
            assertTrue(turtle.isIsomorphicWith(json), "Turtle and JSON-LD say the same");
            assertDescribes(turtle, service, page.locator("h1").innerText());
        }
    }

    @ParameterizedTest
    @EnumSource
    void its_pages_are_for_everybody(Setting setting) {
        try (var profile = setting.profile(browser)) {
            var screen = Screen.watched(profile.newPage(), new Hand.Pointer(), setting + "/registry");
            screen.go(demo.registry("/?lang=" + setting.language)).view("registry-search");
            screen.go(demo.registry("/search?need=" + NEED + "&commune=" + MOLENBEEK + "&lang=" + setting.language))
                    .view("registry-search");
            screen.press(screen.one("[data-offer] [data-action=show-offer]")).view("registry-offer");
            screen.press(screen.one("main [data-action=show-service]")).view("registry-service");
            screen.go(demo.registry("/id/organisation/" + Holder.AGENCY + "?lang=" + setting.language))
                    .view("registry-organisation");
        }
    }

    private static Model parsed(URI address, String type, Lang syntax) {
        var answer = new Web().get(address, "Accept", type);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
        var model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(answer.body()), address.toString(), syntax);
        return model;
    }

    /** The page's heading is a name that the data gives to the same address. */
    private static void assertDescribes(Model model, URI service, String heading) {
        var named = model.getResource(service.toString()).listProperties().mapWith(one -> one.getObject())
                .filterKeep(RDFNode::isLiteral).mapWith(name -> name.asLiteral().getString()).toList();
        assertTrue(named.stream().anyMatch(name -> heading.contains(name)), () -> heading + " is not among " + named);
    }
}
