package brussels.passerelle.protocol.envelope;

import java.nio.charset.StandardCharsets;

/// One version of one paper, bound into its envelope so that another cannot stand in for it (T6).
///
/// @param paper   22 characters of base64url
/// @param version from 1
public record PaperVersion(String paper, int version) {

    byte[] associatedData() {
        return ("passerelle/1|" + paper + "|" + version).getBytes(StandardCharsets.UTF_8);
    }
}
