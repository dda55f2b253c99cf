package brussels.passerelle.protocol.agency;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import com.nimbusds.jose.jwk.ECKey;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// An agency's keys as the registry publishes them.
///
/// @param root public
public record PublishedKeys(String agency, ECKey root, List<PublishedFunction> functions) {

    /// A function with its two statements.
    ///
    /// @param names      by language: fr, nl, en, de, ar
    /// @param statements signed texts, first for encryption, then for signing
    public record PublishedFunction(String function, Map<String, String> names, List<String> statements) {}

    /// A function's keys, proven to be the root's.
    public record FunctionKeys(KeyStatement encryption, KeyStatement signing) {}

    /// Reads the JSON of the registry; says nothing yet about signatures.
    public static PublishedKeys parse(byte[] json) throws Damaged {
        var in = Fields.of(json);
        var functions = new ArrayList<PublishedFunction>();
        for (Fields item : in.objects("functions")) {
            functions.add(
                    new PublishedFunction(item.name("function"), item.textsByName("names"), item.texts("statements")));
            item.end();
        }
        var keys = new PublishedKeys(in.name("agency"), in.publicKey("root"), List.copyOf(functions));
        in.end();
        return keys;
    }

    public byte[] json() {
        var items = new ArrayList<Object>();
        for (var function : functions) {
            items.add(Json.object("function", function.function(), "names", function.names(), "statements",
                    function.statements()));
        }
        return Json.bytes(Json.object("agency", agency, "root", P256.publicJwk(root), "functions", items));
    }

    /// The root's thumbprint: what a holder pins.
    public String rootThumbprint() {
        return P256.thumbprint(root);
    }

    /// The same for people to compare, as on the agency's counter: six groups of five digits, each from five bytes of the
    /// thumbprint (big-endian, modulo 100000).
    public String fingerprint() throws Damaged {
        byte[] thumbprint = Base64Url.decode(rootThumbprint(), 32);
        var groups = new StringJoiner(" ");
        for (int i = 0; i < 30; i += 5) {
            long group = new BigInteger(1, Arrays.copyOfRange(thumbprint, i, i + 5)).longValueExact();
            groups.add("%05d".formatted(group % 100_000));
        }
        return groups.toString();
    }

    /// Proves all statements; the one check the registry makes before it publishes, and every client before it believes.
    public void verify() throws Damaged {
        var seen = new HashSet<String>();
        for (var function : functions) {
            keys(function);
            if (!seen.add(function.function()))
                throw new Damaged();
        }
    }

    /// The proven keys of one function.
    public FunctionKeys keys(String function) throws Damaged {
        for (var published : functions)
            if (published.function().equals(function))
                return keys(published);
        throw new Damaged();
    }

    private FunctionKeys keys(PublishedFunction function) throws Damaged {
        if (function.statements().size() != 2)
            throw new Damaged();
        return new FunctionKeys(prove(function, 0, KeyUse.ENC), prove(function, 1, KeyUse.SIG));
    }

    private KeyStatement prove(PublishedFunction function, int index, KeyUse use) throws Damaged {
        var statement = KeyStatement.verify(function.statements().get(index), root);
        boolean right = statement.agency().equals(agency) && statement.use() == use
                && statement.party().equals(new KeyStatement.Function(function.function()));
        if (!right)
            throw new Damaged();
        return statement;
    }
}
