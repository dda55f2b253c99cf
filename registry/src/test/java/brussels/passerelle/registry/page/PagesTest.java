package brussels.passerelle.registry.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import brussels.passerelle.look.Labels;
import brussels.passerelle.look.Language;
import brussels.passerelle.registry.Examples;
import brussels.passerelle.registry.search.Everything;

class PagesTest {
    private static final Pages PAGES = new Pages("https://portal.example", "https://registry.example");

    @Test
    void everySentenceExistsInEveryLanguage() {
        Labels labels = Labels.beside(Words.class);
        Set<String> french = labels.keys(Language.FR);
        for (Language language : Language.values()) {
            assertEquals(french, labels.keys(language), language.name());
            french.forEach(key -> assertFalse(labels.text(language, key).isBlank(), key));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aMissingNameIsMarkedWithItsLanguage(Language language) {
        String page = organisation(language);
        boolean written = language == Language.FR || language == Language.NL;
        assertEquals(!written, page.contains("<span lang=\"fr\" dir=\"ltr\">L’Escale (fictif)</span>"), page);
        assertTrue(page.contains("<html lang=\"" + language.code() + "\" dir=\"" + language.dir() + "\""));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingRunsAndNothingIsStyledInline(Language language) {
        for (String page : List.of(organisation(language), search(language))) {
            assertFalse(page.contains("style=\""), "inline style");
            assertFalse(page.matches("(?s).* on[a-z]+=\".*"), "inline handler");
            assertFalse(page.replace("type=\"module\" src=", "").contains("<script>"), "inline script");
        }
    }

    @Test
    void whatSomebodyTypesIsEscaped() {
        assertTrue(search(Language.FR).contains("data-action=\"search\""));
        String page = PAGES.render(new Words(Language.FR), "v", "<b>", "/", "problem.jte",
                Map.of("name", "\"><script>", "title", "<script>x</script>", "detail", "<img src=x>"));
        assertFalse(page.contains("<script>x") || page.contains("<img src=x>") || page.contains("\"><script>"), page);
    }

    @Test
    void everyReasonIsOnThePage() {
        String page = search(Language.AR);
        for (String part : List.of("need", "commune", "target", "text"))
            assertTrue(page.contains("data-reason=\"" + part + "\""), part);
        assertTrue(page.contains("data-action=\"next-page\"") && page.contains("lang=ar"));
    }

    private static String organisation(Language language) {
        return PAGES.render(new Words(language), "registry-organisation", "t", "/", "organisation.jte",
                Map.of("organisation", Examples.SOCIETY, "services", List.of(Examples.open().service())));
    }

    private static String search(Language language) {
        return PAGES.render(new Words(language), "registry-search", "t", "/search", "search.jte",
                Everything.model(Examples.open()));
    }
}
