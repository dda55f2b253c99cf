package brussels.passerelle.look;

import gg.jte.Content;
import java.util.regex.Pattern;

/** A drawing of the sprite. It is always decoration beside words, so screen readers skip it. */
public final class Pictogram {
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-]+");

    private Pictogram() {}

    /**
     * The drawing of this name, to be put into a template.
     *
     * @param name an id of the sprite, for example {@code lend} or {@code kind-identity}; anything but letters, digits and hyphens is refused
     */
    public static Content of(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a pictogram");
        }
        return output -> output.writeContent(
                "<svg class=\"pictogram\" aria-hidden=\"true\" focusable=\"false\"><use href=\""
                        + Asset.PICTOGRAMS.address() + "#" + name + "\"></use></svg>");
    }
}
