package brussels.passerelle.edge.access;

import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Decides from the headers of one request who is calling; everything unclear is refused. */
@Singleton
public class Admission {
    private static final Pattern TOKEN = Pattern
            .compile("(?i:DPoP) ([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)");
    private final Tokens tokens;
    private final Proofs proofs;
    private final String base;

    @Inject
    Admission(Tokens tokens, Proofs proofs, @ConfigProperty(name = "passerelle.edge.origin") String base) {
        this.tokens = tokens;
        this.proofs = proofs;
        this.base = base;
    }

    /**
     * @param path the raw path of the request, such as {@code /api/me}
     * @throws brussels.passerelle.edge.problem.Refused sessionEnded, badProof, proofReplayed or clockSkew
     */
    Caller admit(String method, String path, List<String> authorization, List<String> dpop) {
        if (authorization.size() != 1 || authorization.getFirst().length() > 16_384) {
            throw Failure.Plain.SESSION_ENDED.refused();
        }
        var token = TOKEN.matcher(authorization.getFirst());
        if (!token.matches()) {
            throw Failure.Plain.SESSION_ENDED.refused();
        }
        if (dpop.size() != 1 || dpop.getFirst().length() > 8_192) {
            throw Failure.Plain.BAD_PROOF.refused();
        }
        var bound = tokens.verify(token.group(1));
        // From the configured origin: whoever can choose the Host header must not choose what a proof is good for.
        proofs.check(method, URI.create(base + path), dpop.getFirst(), bound);
        return bound.caller();
    }
}
