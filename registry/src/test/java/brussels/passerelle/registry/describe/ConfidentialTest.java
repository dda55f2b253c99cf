package brussels.passerelle.registry.describe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import brussels.passerelle.look.Language;
import brussels.passerelle.registry.Examples;
import brussels.passerelle.registry.page.Pages;
import brussels.passerelle.registry.page.Words;
import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.search.Everything;

/** A planted address is looked for behind every door that is made of public records. */
class ConfidentialTest {
    private static final Address ADDRESS = new Address("https://registry.example");
    private static final Entry.Offer HIDDEN = Examples.hidden();

    @Test
    void isInNoForm() {
        var dataset = new PublicDataset(ADDRESS);
        dataset.put(List.of(HIDDEN, HIDDEN.service(), Examples.SOCIETY));
        for (var form : List.of(Format.TURTLE, Format.JSON_LD, Format.N_TRIPLES))
            clean(form.write(dataset.everything()));
        assertTrue(Format.TURTLE.write(dataset.everything()).contains("confidentialAddress"));
    }

    @Test
    void isOnNoPage() {
        var pages = new Pages("https://portal.example", "https://registry.example");
        String json = new SchemaOrg(ADDRESS).of(HIDDEN);
        clean(json);
        for (Language language : Language.values()) {
            var words = new Words(language);
            String offer = pages.render(words, "registry-offer", "t", "/", "offer.jte",
                    Map.of("offer", HIDDEN, "json", json));
            clean(offer);
            assertTrue(offer.contains("data-address=\"confidential\""));
            clean(pages.render(words, "registry-service", "t", "/", "service.jte",
                    Map.of("service", HIDDEN.service(), "offers", List.of(HIDDEN), "json", json)));
        }
    }

    @Test
    void isInNoAnswerOfTheSearch() {
        var pages = new Pages("https://portal.example", "https://registry.example");
        var words = new Words(Language.FR);
        Map<String, Object> model = new HashMap<>(Everything.model(HIDDEN));
        clean(pages.render(words, "registry-search", "t", "/", "search.jte", model));
        clean(Everything.json(HIDDEN, words, ADDRESS));
        clean(Everything.listing(HIDDEN));
    }

    @Test
    void theOpenOneIsShown() {
        String page = new Pages("https://portal.example", "https://registry.example").render(new Words(Language.FR),
                "v", "t",
                "/", "offer.jte", Map.of("offer", Examples.open(), "json", "{}"));
        assertTrue(page.contains("Rue Claire"), "else the tests above would prove nothing");
    }

    private static void clean(String output) {
        assertTrue(output.length() > 100, output);
        assertFalse(
                output.toLowerCase(java.util.Locale.ROOT).replace('-', ' ').contains(Examples.SECRET.replace('-', ' ')),
                output);
    }
}
