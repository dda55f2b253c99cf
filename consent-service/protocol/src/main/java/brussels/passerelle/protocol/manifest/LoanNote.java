package brussels.passerelle.protocol.manifest;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.loan.Rights;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the holder wants to remember of a loan: the server knows no purpose and no names.
///
/// @param purpose notation in the vocabulary
/// @param papers  ids of papers
public record LoanNote(String id, String agency, String agencyName, String function, String functionName,
        String purpose,
        Rights action, Instant from, Instant until, List<String> papers) {

    static LoanNote read(Fields in) throws Damaged {
        var note = new LoanNote(in.id("id"), in.name("agency"), in.text("agencyName"), in.name("function"),
                in.text("functionName"), in.name("purpose"), Rights.ofNotation(in.text("action")), in.time("from"),
                in.time("until"), in.texts("papers"));
        in.end();
        return note;
    }

    Map<String, @Nullable Object> json() {
        return Json.object("id", id, "agency", agency, "agencyName", agencyName, "function", function, "functionName",
                functionName, "purpose", purpose, "action", action.notation(), "from", Fields.time(from), "until",
                Fields.time(until), "papers", papers);
    }
}
