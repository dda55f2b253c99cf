package brussels.passerelle.client;

import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.AccountKeys;
import brussels.passerelle.protocol.loan.LoanItem;
import brussels.passerelle.protocol.loan.LoanTerms;
import brussels.passerelle.protocol.loan.Pairwise;
import brussels.passerelle.protocol.loan.SealedLoan;
import brussels.passerelle.protocol.manifest.KnownAgency;
import brussels.passerelle.protocol.manifest.LoanNote;
import brussels.passerelle.protocol.manifest.Manifest;
import brussels.passerelle.protocol.manifest.Paper;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A holder's loans.
public final class Lending {
    private final Session session;
    private final AccountKeys keys;
    private final Manifests manifests;

    Lending(Session session, AccountKeys keys, Manifests manifests) {
        this.session = session;
        this.keys = keys;
        this.manifests = manifests;
    }

    /// Lends papers to a function of an agency. The agency's root is pinned at the first loan; a different root later stops the
    /// loan. The note is written before the loan: a loan without a note is one that this wallet did not make (T16).
    ///
    /// @throws Refusal `rootChanged` (ours, nothing was sent), `unknownRecipientKey`, `unknownPaper`, `badWindow`
    public Loan lend(NewLoan request) throws IOException {
        var published = session.registry().keys(request.agency())
                .orElseThrow(() -> new Refusal(422, "unknownRecipientKey", null, 0));
        pinned(manifests.newest(), published);
        var recipient = published.keys(request.function()).encryption().key();
        var from = session.now().truncatedTo(ChronoUnit.SECONDS);
        var pairwise = Pairwise.of(keys.pairwiseSeed(), request.agency());
        var terms = new LoanTerms(Secret.randomId(), request.agency(), request.function(), pairwise.id(),
                request.rights(),
                from, from.plus(request.window()));
        var items = new ArrayList<Object>();
        for (String id : request.papers())
            items.add(item(paper(id), request.purpose(), terms, pairwise, recipient));
        note(request, terms, published);
        return Loan.read(session.api().post("/loans", json(terms, pairwise, items)));
    }

    /// Ends a loan; from the next request on nothing of it is served.
    ///
    /// @throws Refusal `loanEnded` when it had ended before
    public Loan takeBack(String loan) throws IOException {
        return Loan.read(session.api().post("/loans/" + loan + "/end", Map.of()));
    }

    public List<Loan> loans() throws IOException {
        var loans = new ArrayList<Loan>();
        for (Fields loan : session.api().all("/loans"))
            loans.add(Loan.read(loan));
        return loans;
    }

    /// Whether this wallet made the loan, with exactly these terms: one that is not is the node's invention (T16).
    public boolean made(Loan loan) {
        var lent = loan.items().stream().map(PaperVersion::paper).sorted().toList();
        return manifests.newest()
                .loans()
                .stream()
                .anyMatch(note -> note.id().equals(loan.id()) && note.agency().equals(loan.agency())
                        && note.function().equals(loan.function()) && note.action().actions().equals(loan.actions())
                        && note.from().equals(loan.from()) && note.until().equals(loan.until())
                        && note.papers().stream().sorted().toList().equals(lent));
    }

    private Paper paper(String id) throws Refusal {
        return manifests.newest().papers().stream().filter(paper -> paper.id().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal(422, "unknownPaper", null, 0));
    }

    private void note(NewLoan request, LoanTerms terms, PublishedKeys published) throws IOException {
        var note = new LoanNote(terms.loan(), terms.agency(), request.agencyName(), terms.function(),
                request.functionName(),
                request.purpose(), terms.rights(), terms.from(), terms.until(), request.papers());
        manifests.change((now, hash) -> {
            var loans = new ArrayList<>(now.loans());
            loans.add(note);
            return now.next(hash, now.checkpoint(), now.papers(), loans, withPin(now, published));
        });
    }

    private static void pinned(Manifest now, PublishedKeys published) throws Refusal {
        for (KnownAgency known : now.agencies()) {
            boolean other = known.agency().equals(published.agency())
                    && !known.root().equals(published.rootThumbprint());
            if (other)
                throw new Refusal(422, "rootChanged", null, 0);
        }
    }

    private static List<KnownAgency> withPin(Manifest now, PublishedKeys published) {
        var known = new ArrayList<>(now.agencies());
        known.removeIf(agency -> agency.agency().equals(published.agency()));
        known.add(new KnownAgency(published.agency(), published.rootThumbprint()));
        return known;
    }

    private static Map<String, @Nullable Object> item(Paper paper, String purpose, LoanTerms terms, Pairwise pairwise,
            ECKey recipient) {
        var item = new LoanItem(terms, paper.paperVersion(), paper.hash(), paper.size(), paper.type(),
                new LoanItem.Shown(paper.title(), paper.kind(), paper.date()), purpose, paper.key());
        return Json.object("paper", paper.id(), "version", paper.version(), "jwe",
                SealedLoan.seal(item, pairwise, recipient).text());
    }

    private static Map<String, @Nullable Object> json(LoanTerms terms, Pairwise pairwise, List<Object> items) {
        return Json.object("loan", terms.loan(), "agency", terms.agency(), "function", terms.function(), "holder",
                terms.holder(), "holderKey", P256.publicJwk(pairwise.key()), "actions", terms.rights().actions(),
                "from",
                Fields.time(terms.from()), "until", Fields.time(terms.until()), "items", items);
    }
}
