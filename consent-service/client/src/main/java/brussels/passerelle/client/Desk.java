package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.Envelope;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.loan.LoanItem;
import brussels.passerelle.protocol.loan.SealedLoan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A worker's desk: what was lent to the function, opened with the function's key.
public final class Desk {
    private final Session session;
    private final Wallet wallet;
    private final Registry registry;
    private final Map<String, FunctionKeys> keys = new HashMap<>();

    Desk(Session session, Wallet wallet, Registry registry) {
        this.session = session;
        this.wallet = wallet;
        this.registry = registry;
    }

    public List<DeskLoan> loans() throws IOException {
        var loans = new ArrayList<DeskLoan>();
        for (Fields loan : session.api().all("/desk/loans"))
            loans.add(DeskLoan.read(loan));
        return loans;
    }

    /// What the holder let this function know of a paper.
    ///
    /// @throws Damaged when the item is not the holder's own for exactly this loan and paper
    public LoanItem read(DeskLoan loan, DeskLoan.Item item) throws IOException {
        if (item.jwe() == null)
            throw new Damaged();
        var sealed = SealedLoan.parse(item.jwe());
        var function = keys(loan.terms().agency()).byThumbprint(sealed.recipient());
        return sealed.open(function, loan.terms(), loan.holderKey(), item.paper());
    }

    /// Opens a paper; the holder's log will say so, also when it is refused.
    ///
    /// @throws Refusal `openingRefused` with its reason
    public InputStream open(LoanItem item) throws IOException {
        return open(item, ask(item.terms().loan(), item.paper()));
    }

    /// Asks the server to serve a paper: the address of its ciphertext, for which the policy is decided again at each request.
    public String ask(String loan, PaperVersion paper) throws IOException {
        var opening = session.api().post("/desk/loans/" + loan + "/openings",
                Json.object("paper", paper.paper(), "version", paper.version(), "action", "look"));
        return opening.text("opening");
    }

    /// Reads what an earlier question was granted.
    public InputStream open(LoanItem item, String opening) throws IOException {
        var in = session.api().stream("/desk/openings/" + opening + "/content");
        return Envelope.open(item.dataKey(), item.paper(), item.hash(), in);
    }

    private FunctionKeys keys(String agency) throws IOException {
        var known = keys.get(agency);
        if (known != null)
            return known;
        var published = registry.keys(agency).orElseThrow(Damaged::new);
        var loaded = FunctionKeys.load(session.api(), wallet.keys(), agency, published.root());
        keys.put(agency, loaded);
        return loaded;
    }
}
