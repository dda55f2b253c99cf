package brussels.passerelle.consent.manifest;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.jose.Base64Url;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest's {@code If-Match} says: the view, and the version in quotes. Pure.
 *
 * @param version as a tag of its own
 */
record Tag(String view, String version) {
    private static final Pattern TAG = Pattern.compile("\"(" + Base64Url.ID + ")\\.([1-9][0-9]{0,8})\"");

    static @Nullable Tag parse(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        var tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
        return new Tag(tag.group(1), "\"" + tag.group(2) + "\"");
    }
}
