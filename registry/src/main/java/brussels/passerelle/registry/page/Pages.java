package brussels.passerelle.registry.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import brussels.passerelle.look.Asset;
import brussels.passerelle.look.Frame;
import brussels.passerelle.look.Page;
import brussels.passerelle.look.Site;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;

/** Renders a template of ours inside the frame that portal and registry share. */
@Singleton
public class Pages {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Pages.class.getClassLoader(), "brussels.passerelle.registry.pages");

    private static final Asset STYLE = Asset.of("/app/registry.css",
            Pages.class.getResourceAsStream("/META-INF/resources/app/registry.css"));

    private final Site site;

    @Inject
    public Pages(@ConfigProperty(name = "passerelle.origin", defaultValue = "http://localhost:8080") String portal,
            @ConfigProperty(name = "passerelle.registry.origin", defaultValue = "http://localhost:8081") String registry) {
        this.site = new Site(portal, registry);
    }

    /**
     * Renders a page.
     *
     * @param view the stable name in {@code data-view}
     * @param address path and query without {@code lang}
     * @param template file name, for example {@code search.jte}
     * @param model the template's parameters besides {@code words}
     */
    public String render(Words words, String view, String title, String address, String template,
            Map<String, Object> model) {
        var all = new HashMap<String, Object>(model);
        all.put("words", words);
        return Frame.render(Page.of(words.language(), view, title, address, site).with(List.of(), List.of(STYLE)),
                output -> TEMPLATES.render(template, all, output));
    }
}
