package brussels.passerelle.signin;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What our page reads: {@code {"action": address to post to, "challenge": to be signed by a door, "error"?: name,
 * "retryAfter"?: seconds}}. The status is 401, except when a stale question is asked anew: that is 200, and the secret is
 * posted once more.
 *
 * @param challenge 16 random bytes, base64url: new with every answer, good for one attempt
 * @param error {@link #WRONG_PASSPHRASE} (also for a name nobody has), {@link #TOO_MANY}, or a name of the identity provider
 * @param seconds seconds until the next try counts; read with {@link #TOO_MANY} only
 * @param anew   whether this question takes the place of a stale one
 */
record Answer(URI action, String challenge, @Nullable String error, int seconds, boolean anew) {
    static final String WRONG_PASSPHRASE = "wrongPassphrase";
    static final String TOO_MANY = "tooMany";

    Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("action", action.toString());
        members.put("challenge", challenge);
        if (error != null)
            members.put("error", error);
        if (TOO_MANY.equals(error))
            members.put("retryAfter", Math.max(1, seconds));
        return members;
    }

    Response.Status status() {
        return anew && error == null ? Response.Status.OK : Response.Status.UNAUTHORIZED;
    }

    Response response() {
        var response = Response.status(status()).entity(members())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (TOO_MANY.equals(error))
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, seconds));
        return response.build();
    }
}
