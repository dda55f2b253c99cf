package brussels.passerelle.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A script, style or image of ours, addressed by its content: the address changes when a byte does, so that it may be cached for ever, and the browser
 * refuses other bytes (Subresource Integrity).
 *
 * @param address path with {@code ?v=} and the first 16 hex digits of its SHA-384
 * @param integrity {@code sha384-} and base64
 */
public record Asset(String address, String integrity) {
    /** The styles of every page. */
    public static final Asset STYLE = ofLook("/look/look.css");
    /** Leaves at once, on the button or on Escape pressed three times. */
    public static final Asset QUICK_EXIT = ofLook("/look/quick-exit.js");
    /** On a shared computer, takes that knowledge along from page to page. */
    public static final Asset KIOSK = ofLook("/look/kiosk.js");
    /** The sprite of pictograms. */
    public static final Asset PICTOGRAMS = ofLook("/look/pictograms.svg");
    /** The small picture of the browser's tab. */
    public static final Asset ICON = ofLook("/look/icon.svg");

    /** Reads the asset once; {@code bytes} is closed. */
    public static Asset of(String path, @Nullable InputStream bytes) {
        if (bytes == null) {
            throw new IllegalStateException("missing asset " + path);
        }
        try (bytes) {
            var digest = MessageDigest.getInstance("SHA-384").digest(bytes.readAllBytes());
            return new Asset(path + "?v=" + HexFormat.of().formatHex(digest, 0, 8),
                    "sha384-" + Base64.getEncoder().encodeToString(digest));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Asset ofLook(String path) {
        return of(path, Asset.class.getResourceAsStream("/META-INF/resources" + path));
    }
}
