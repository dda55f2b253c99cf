package brussels.passerelle.protocol.loan;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;

/// A loan item as it travels: signed by the holder's pairwise key, sealed to the function's encryption key.
///
/// @param text      compact JWE, about 1.5 kB
/// @param recipient thumbprint of the function's key, from the header
public record SealedLoan(String text, String recipient) {

    /// What the server checks without reading: exact header, and to whom it is addressed.
    public static SealedLoan parse(String text) throws Damaged {
        return new SealedLoan(text, Sealed.shape(SealedType.LOAN, text).hash("kid"));
    }

    public static SealedLoan seal(LoanItem item, Pairwise holder, ECKey function) {
        String signed = Signed.sign(SignedType.LOAN, item.json(function), holder.key());
        String text = Sealed.to(SealedType.LOAN, signed.getBytes(StandardCharsets.US_ASCII), function);
        return new SealedLoan(text, P256.thumbprint(function));
    }

    /// Opens an item as its recipient and holds it against what the server says about it: terms, paper, and the pairwise key
    /// under which this agency knows the holder. An item framed as another's, re-addressed or prolonged is refused (T9, T13).
    ///
    /// @param function  the function's encryption key, private
    /// @param terms     what the server offered
    /// @param holderKey the holder's pairwise key, public
    public LoanItem open(ECKey function, LoanTerms terms, ECKey holderKey, PaperVersion paper) throws Damaged {
        byte[] signed = Sealed.open(SealedType.LOAN, text, function);
        byte[] json = Signed.verify(SignedType.LOAN, new String(signed, StandardCharsets.US_ASCII), holderKey);
        var item = LoanItem.read(json, P256.thumbprint(function));
        if (!item.terms().equals(terms) || !item.paper().equals(paper))
            throw new Damaged();
        return item;
    }
}
