package brussels.passerelle.system;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.loan.LoanTerms;
import brussels.passerelle.protocol.loan.Rights;

/** Loans in an answer that is about to be altered: changes to what is found here are changes of the answer. */
final class Lent {
    private Lent() {}

    @SuppressWarnings("unchecked")
    static List<Map<String, @Nullable Object>> items(Map<String, @Nullable Object> list) {
        return (List<Map<String, @Nullable Object>>) (List<?>) list.get("items");
    }

    static Map<String, @Nullable Object> loan(Map<String, @Nullable Object> list, String loan) {
        return items(list).stream().filter(one -> loan.equals(one.get("loan"))).findFirst().orElseThrow();
    }

    /** The first paper of a loan. */
    static Map<String, @Nullable Object> paper(Map<String, @Nullable Object> list, String loan) {
        return items(loan(list, loan)).getFirst();
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> child(Map<String, @Nullable Object> object, String name) {
        return (Map<String, @Nullable Object>) object.get(name);
    }

    static LoanTerms terms(Map<String, @Nullable Object> loan) {
        try {
            var in = Fields.of(loan);
            return new LoanTerms(in.id("loan"), in.name("agency"), in.name("function"), in.id("holder"),
                    Rights.ofActions(in.texts("actions")), in.time("from"), in.time("until"));
        } catch (Damaged e) {
            throw new IllegalStateException(e);
        }
    }
}
