package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.agency.FunctionKey;
import brussels.passerelle.protocol.agency.KeyStatement;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.agency.PublishedKeys.PublishedFunction;
import brussels.passerelle.protocol.agency.RootKey;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.keyset.AccountCard;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An agency's keys in its administrator's hands. Every step can be repeated: what exists already is used, not made again.
public final class Agency {
    private final String id;
    private final Session session;
    private final Wallet wallet;
    private final Registry registry;

    Agency(String id, Session session, Wallet wallet, Registry registry) {
        this.id = id;
        this.session = session;
        this.wallet = wallet;
        this.registry = registry;
    }

    /// A function that can be lent to.
    ///
    /// @param names by language: fr, nl, en, de, ar
    public record FunctionName(String function, Map<String, String> names) {}

    /// Someone of the agency who has keys.
    public record Member(AccountCard card, String username, @Nullable String team, List<String> functions) {}

    /// Makes the root and the functions' keys where they are missing, keeps them (the root under the administrator's key, the
    /// functions' as handed to the administrator) and only then publishes the public halves: nothing is lent to a key whose
    /// private half could get lost on the way.
    public PublishedKeys publish(List<FunctionName> functions) throws IOException {
        var root = root();
        var before = registry.keys(id);
        if (before.isPresent() && !P256.same(before.get().root(), root.key()))
            throw new Damaged();
        var kept = FunctionKeys.load(session.api(), wallet.keys(), id, root.key().toPublicJWK());
        var published = new ArrayList<PublishedFunction>();
        for (FunctionName function : functions)
            published.add(publish(function, root, before, kept));
        var keys = new PublishedKeys(id, root.key().toPublicJWK(), List.copyOf(published));
        keys.verify();
        session.registryApi().put("/organisations/" + id + "/keys", BodyPublishers.ofByteArray(keys.json()),
                Map.of("Content-Type", "application/json"));
        session.api().send("POST", "/agencies/" + id + "/keys/refresh", BodyPublishers.noBody(), Map.of());
        return keys;
    }

    public List<Member> members() throws IOException {
        var members = new ArrayList<Member>();
        for (Fields item : session.api().all("/agencies/" + id + "/members")) {
            var card = AccountCard.verify(item.text("card"));
            if (!card.account().equals(item.text("account")))
                throw new Damaged();
            members.add(new Member(card, item.text("username"), item.optionalText("team"), item.texts("functions")));
        }
        return members;
    }

    /// Hands a function's private keys to a member, from then on one of those who can open what is lent to it.
    public void hand(Member member, String function) throws IOException {
        var root = root();
        var kept = FunctionKeys.load(session.api(), wallet.keys(), id, root.key().toPublicJWK());
        var enc = kept.find(function, KeyUse.ENC).orElseThrow(Damaged::new);
        var sig = kept.find(function, KeyUse.SIG).orElseThrow(Damaged::new);
        hand(member.card().account(), member.card().encryption(), function, enc.key(), sig.key(), root);
    }

    /// The root, from the administrator's own copy; made and kept when there is none.
    private RootKey root() throws IOException {
        String path = "/agencies/" + id + "/root-key";
        var encryption = wallet.keys().encryption();
        var kept = session.api().find(path);
        if (kept.isPresent())
            return RootKey.open(new String(kept.get(), StandardCharsets.US_ASCII), id, encryption);
        var root = RootKey.create(id);
        session.api().put(path, BodyPublishers.ofString(root.seal(encryption.toPublicJWK())),
                Map.of("Content-Type", "application/jose"));
        return root;
    }

    private PublishedFunction publish(FunctionName function, RootKey root, Optional<PublishedKeys> before,
            FunctionKeys kept) throws IOException {
        var enc = kept.find(function.function(), KeyUse.ENC);
        var sig = kept.find(function.function(), KeyUse.SIG);
        var old = published(before, function.function());
        if (old != null && enc.isPresent() && sig.isPresent() && same(old, enc.get(), sig.get()))
            return statements(before, function);
        var encKey = enc.map(FunctionKey::key).orElseGet(P256::generate);
        var sigKey = sig.map(FunctionKey::key).orElseGet(P256::generate);
        hand(session.account(), wallet.keys().encryption().toPublicJWK(), function.function(), encKey, sigKey, root);
        return new PublishedFunction(function.function(), function.names(),
                List.of(statement(function, KeyUse.ENC, encKey, old == null ? null : old.encryption(), root),
                        statement(function, KeyUse.SIG, sigKey, old == null ? null : old.signing(), root)));
    }

    private String statement(FunctionName function, KeyUse use, ECKey key, @Nullable KeyStatement old, RootKey root) {
        return new KeyStatement(id, new KeyStatement.Function(function.function()), use, key.toPublicJWK(),
                session.now().truncatedTo(ChronoUnit.SECONDS), old == null ? null : P256.thumbprint(old.key()))
                .sign(root.key());
    }

    private void hand(String account, ECKey member, String function, ECKey enc, ECKey sig, RootKey root)
            throws IOException {
        var items = List.of(
                Json.object("use", "enc", "jwe",
                        new FunctionKey(id, function, KeyUse.ENC, account, enc).seal(root.key(), member)),
                Json.object("use", "sig", "jwe",
                        new FunctionKey(id, function, KeyUse.SIG, account, sig).seal(root.key(), member)));
        session.api().put("/agencies/" + id + "/members/" + account + "/keys",
                Json.object("function", function, "items", items));
    }

    private static PublishedKeys.@Nullable FunctionKeys published(Optional<PublishedKeys> before, String function)
            throws Damaged {
        boolean there = before.isPresent()
                && before.get().functions().stream().anyMatch(known -> known.function().equals(function));
        return there ? before.get().keys(function) : null;
    }

    private static PublishedFunction statements(Optional<PublishedKeys> before, FunctionName function) {
        return before.orElseThrow().functions().stream().filter(known -> known.function().equals(function.function()))
                .findFirst().map(known -> new PublishedFunction(known.function(), function.names(), known.statements()))
                .orElseThrow();
    }

    private static boolean same(PublishedKeys.FunctionKeys old, FunctionKey enc, FunctionKey sig) {
        return P256.same(old.encryption().key(), enc.key()) && P256.same(old.signing().key(), sig.key());
    }
}
