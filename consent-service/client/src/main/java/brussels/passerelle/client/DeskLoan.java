package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.loan.LoanTerms;
import brussels.passerelle.protocol.loan.Rights;
import com.nimbusds.jose.jwk.ECKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A loan as the server tells the function it was made to.
///
/// @param holderKey the holder's pairwise key, public
public record DeskLoan(LoanTerms terms, ECKey holderKey, String state, List<Item> items) {

    /// A paper of it.
    ///
    /// @param jwe the sealed item, null when the loan is not live
    public record Item(PaperVersion paper, @Nullable String jwe) {}

    static DeskLoan read(Fields in) throws Damaged {
        var items = new ArrayList<Item>();
        for (Fields item : in.objects("items")) {
            String jwe = item.has("jwe") && !item.isNull("jwe") ? item.text("jwe") : null;
            items.add(new Item(new PaperVersion(item.id("paper"), item.version("version")), jwe));
        }
        var terms = new LoanTerms(in.id("loan"), in.name("agency"), in.name("function"), in.id("holder"),
                Rights.ofActions(in.texts("actions")), in.time("from"), in.time("until"));
        return new DeskLoan(terms, in.publicKey("holderKey"), in.text("state"), List.copyOf(items));
    }
}
