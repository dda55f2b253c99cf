package brussels.passerelle.look;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * Puts a page into the common frame: head, skip link, quick exit, language menu, foot. What goes between is written by the caller, usually a template of
 * its own: {@code Frame.render(page, output -> templates.render("search.jte", model, output))}.
 */
public final class Frame {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Frame.class.getClassLoader(),
            "brussels.passerelle.look.frame");

    private Frame() {}

    public static void render(Page page, Content main, TemplateOutput output) {
        TEMPLATES.render("frame.jte", Map.of("page", page, "main", main), output);
    }

    public static String render(Page page, Content main) {
        var output = new StringOutput();
        render(page, main, output);
        return output.toString();
    }
}
