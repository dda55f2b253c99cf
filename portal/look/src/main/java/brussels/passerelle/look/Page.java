package brussels.passerelle.look;

import java.util.List;

/**
 * What the frame needs to know of a page.
 *
 * @param view the stable name in {@code data-view}, the same in all languages
 * @param title plain text
 * @param address path and query of the page without {@code lang}, for the language menu
 * @param scripts modules to load after the page is read, besides quick exit
 * @param styles style sheets besides the common one
 * @param robots whether search engines may list the page
 */
public record Page(Language language, String view, String title, String address, Site site, List<Asset> scripts,
        List<Asset> styles, boolean robots) {
    private static final Labels LABELS = Labels.beside(Page.class);

    public Page {
        scripts = List.copyOf(scripts);
        styles = List.copyOf(styles);
    }

    /** A page that needs no script of its own. */
    public static Page of(Language language, String view, String title, String address, Site site) {
        return new Page(language, view, title, address, site, List.of(), List.of(), true);
    }

    public Page with(List<Asset> moreScripts, List<Asset> moreStyles) {
        return new Page(language, view, title, address, site, moreScripts, moreStyles, robots);
    }

    public Page unlisted() {
        return new Page(language, view, title, address, site, scripts, styles, false);
    }

    /** A sentence of the frame in the page's language. */
    public String text(String key) {
        return LABELS.text(language, key);
    }

    /** This page in another language. */
    public String addressIn(Language other) {
        return address + (address.contains("?") ? "&" : "?") + "lang=" + other.code();
    }

    public String portal(String path) {
        return site.portal() + path + "?lang=" + language.code();
    }

    public String registry(String path) {
        return site.registry() + path + "?lang=" + language.code();
    }
}
