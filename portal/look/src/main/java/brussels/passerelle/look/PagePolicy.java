package brussels.passerelle.look;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The headers of every page and asset: only our own scripts and styles run, nothing frames us, no address leaks to others, nothing of a page stays on a
 * shared computer. Pure, so that each application's filter and its tests use the same table.
 */
public final class PagePolicy {
    private PagePolicy() {}

    /**
     * Every header but caching, by name.
     *
     * @param connect further origins that scripts may call, for example the registry for the portal
     * @param wasm whether scripts may compile WebAssembly (the portal derives keys with it)
     */
    public static Map<String, String> headers(List<String> connect, boolean wasm) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Security-Policy", contentSecurityPolicy(connect, wasm));
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Permissions-Policy", "geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
        headers.put("X-Frame-Options", "DENY");
        return Map.copyOf(headers);
    }

    private static String contentSecurityPolicy(List<String> connect, boolean wasm) {
        var reach = connect.isEmpty() ? "" : " " + String.join(" ", connect);
        return "default-src 'none'; script-src 'self'" + (wasm ? " 'wasm-unsafe-eval'" : "")
                + "; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'"
                + reach
                + "; worker-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    /**
     * How long an answer may be kept: an asset named by its content for ever, other assets until asked again, a page never (it also keeps the browser
     * from bringing a page back as it was when somebody goes back).
     */
    public static String caching(String path, boolean versioned) {
        var asset = path.startsWith("/look/") || path.startsWith("/app/");
        return !asset ? "no-store" : versioned ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
