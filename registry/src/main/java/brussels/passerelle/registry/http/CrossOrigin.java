package brussels.passerelle.registry.http;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Who may read and write from another origin's page: everybody reads, since it is public and no cookie exists; only the portal
 * writes, with its own token and proof. Pure.
 */
final class CrossOrigin {
    private static final String WRITABLE = "/organisations/";

    private final String portal;

    CrossOrigin(String portal) {
        this.portal = portal;
    }

    /** The headers of an answer. {@code Date} and the like are told, so that a client can correct its clock. */
    Map<String, String> headers(String method, @Nullable String origin) {
        var headers = new LinkedHashMap<String, String>();
        if (reads(method))
            headers.put("Access-Control-Allow-Origin", "*");
        else if (portal.equals(origin))
            headers.put("Access-Control-Allow-Origin", portal);
        headers.put("Access-Control-Expose-Headers",
                "Date, ETag, Link, Retry-After, WWW-Authenticate, Content-Language");
        return headers;
    }

    /** The headers of the answer to a preflight; without an allowed origin in them the browser stops there. */
    Map<String, String> preflight(String path, @Nullable String wanted, @Nullable String origin) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Vary", "Origin, Access-Control-Request-Method");
        if (wanted == null)
            return headers;
        boolean write = wanted.equals("PUT") && path.startsWith(WRITABLE);
        if (!reads(wanted) && !(write && portal.equals(origin)))
            return headers;
        headers.put("Access-Control-Allow-Origin", write ? portal : "*");
        headers.put("Access-Control-Allow-Methods", write ? "PUT" : "GET, HEAD");
        headers.put("Access-Control-Allow-Headers", write
                ? "Authorization, DPoP, Content-Type, Idempotency-Key, Accept-Language"
                : "Accept, Accept-Language, If-None-Match");
        headers.put("Access-Control-Max-Age", "600");
        return headers;
    }

    private static boolean reads(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }
}
