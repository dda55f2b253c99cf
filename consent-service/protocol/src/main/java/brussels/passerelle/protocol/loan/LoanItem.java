package brussels.passerelle.protocol.loan;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import com.nimbusds.jose.jwk.ECKey;
import org.jspecify.annotations.Nullable;

/// One paper version lent: what the recipient needs to open it and what they may know of it. Readable by nobody else.
///
/// @param hash    SHA-256 of the ciphertext, base64url
/// @param size    true length in bytes
/// @param type    media type
/// @param purpose notation in the vocabulary
/// @param key     the version's data key, 32 bytes in base64url
public record LoanItem(LoanTerms terms, PaperVersion paper, String hash, long size, String type, Shown shown,
        String purpose,
        String key) {

    /// The metadata the holder chose to show.
    public record Shown(String title, String kind, @Nullable String date) {}

    /// The data key, for whoever closes it.
    public Secret dataKey() throws Damaged {
        return Secret.of(Base64Url.decode(key, 32));
    }

    @Override
    public String toString() {
        return "LoanItem " + terms.loan() + " " + paper;
    }

    byte[] json(ECKey recipient) {
        var look = Json.object("title", shown.title(), "kind", shown.kind());
        if (shown.date() != null)
            look.put("date", shown.date());
        return Json.bytes(Json.object("suite", 1, "loan", terms.loan(), "holder", terms.holder(), "agency",
                terms.agency(),
                "function", terms.function(), "recipient", P256.thumbprint(recipient), "paper", paper.paper(),
                "version",
                paper.version(), "hash", hash, "size", size, "type", type, "shown", look, "purpose", purpose, "actions",
                terms.rights().actions(), "from", Fields.time(terms.from()), "until", Fields.time(terms.until()),
                "receipt", null,
                "key", key));
    }

    /// Reads the payload of an item sealed to the key with this thumbprint.
    static LoanItem read(byte[] json, String recipient) throws Damaged {
        var in = Fields.of(json).suite1();
        in.expect("recipient", recipient);
        var terms = new LoanTerms(in.id("loan"), in.name("agency"), in.name("function"), in.id("holder"),
                Rights.ofActions(in.texts("actions")), in.time("from"), in.time("until"));
        var item = new LoanItem(terms, new PaperVersion(in.id("paper"), in.version("version")), in.hash("hash"),
                in.number("size"), in.text("type"), shown(in.object("shown")), in.name("purpose"), in.hash("key"));
        if (in.textOrNull("receipt") != null)
            throw new Damaged();
        in.end();
        return item;
    }

    private static Shown shown(Fields in) throws Damaged {
        var shown = new Shown(in.text("title"), in.name("kind"), in.optionalText("date"));
        in.end();
        return shown;
    }
}
