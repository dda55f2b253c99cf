package brussels.passerelle.web;

import brussels.passerelle.look.Asset;
import brussels.passerelle.look.Frame;
import brussels.passerelle.look.Labels;
import brussels.passerelle.look.Language;
import brussels.passerelle.look.Page;
import brussels.passerelle.look.Site;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes the portal's pages. Pure: what it needs from outside (assets, limits) is handed in, so that every page can be tested without a server.
 *
 * @param kiosk whether everybody who comes here sits at a shared computer
 * @param script the wallet's script
 * @param style what the wallet needs on top of the common look
 * @param limits asked for when the page of limits is read
 */
record Portal(Site site, String realm, boolean kiosk, Asset script, Asset style,
        Function<Language, List<Limit>> limits) {
    static final Labels LABELS = Labels.beside(Portal.class);
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Portal.class.getClassLoader(),
            "brussels.passerelle.web.pages");

    String render(PublicPage page, Language language) {
        var words = new Words(LABELS, language);
        var framed = Page.of(language, page.view(), words.of(page.view() + ".title"), page.path(), site);
        if (page.shell()) {
            framed = framed.with(List.of(script), List.of(style));
        }
        var frame = page.listed() ? framed : framed.unlisted();
        var model = switch (page) {
            case CREATE, SIGN_IN -> Map.<String, Object>of("page", frame, "words", words, "site", site, "realm", realm,
                    "kiosk", kiosk);
            case LIMITS -> Map.<String, Object>of("words", words, "limits", limits.apply(language));
            case PRIVACY -> Map.<String, Object>of("words", words);
            case HOME, MISSING, BROKEN -> Map.<String, Object>of("page", frame, "words", words);
        };
        return Frame.render(frame, output -> TEMPLATES.render(page.template(), model, output));
    }

    /** The calendar that quick exit goes to: nothing on it speaks of us. */
    static String neutral(Language language, LocalDate today) {
        var output = new StringOutput();
        TEMPLATES.render("neutral.jte", Map.of("calendar", Calendar.of(language, today), "language", language), output);
        return output.toString();
    }
}
