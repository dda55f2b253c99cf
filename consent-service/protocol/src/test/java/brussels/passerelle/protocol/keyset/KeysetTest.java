package brussels.passerelle.protocol.keyset;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Sealed;
import brussels.passerelle.protocol.jose.SealedType;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.jose.Signed;
import brussels.passerelle.protocol.jose.SignedType;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The server is the adversary here: it holds everything of a keyset but the passphrase (T2, T3).
class KeysetTest {
    private static final String ACCOUNT = "5f0c1c52-7a44-4b58-9d2e-0d4d5d1f6a11";
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private final Secret wrapKey = Secret.random(32);
    private final Unlocked.Fresh fresh = Unlocked.create(ACCOUNT, wrapKey, NOW);
    private final Keyset keyset = fresh.keyset();

    @Test
    void opensToWhatWasMade() throws Damaged {
        var opened = Unlocked.open(Keyset.parse(keyset.json()), ACCOUNT, wrapKey);
        assertEquals(P256.thumbprint(fresh.unlocked().keys().signing()), P256.thumbprint(opened.keys().signing()));
        assertEquals(P256.thumbprint(fresh.unlocked().keys().encryption()),
                P256.thumbprint(opened.keys().encryption()));
        assertArrayEquals(fresh.unlocked().keys().pairwiseSeed().bytes(), opened.keys().pairwiseSeed().bytes());
        assertArrayEquals(fresh.unlocked().manifestKey().bytes(), opened.manifestKey().bytes());
        assertEquals(keyset.view().view(), opened.view());
        var verified = keyset.verify(ACCOUNT);
        assertEquals(1, verified.slots().version());
        assertEquals(NOW, verified.slots().slots().getFirst().created());
        opened.close();
        assertThrows(IllegalStateException.class, () -> opened.manifestKey().bytes());
    }

    @Test
    void anotherSecretOrAccountDoesNotOpen() {
        assertThrows(Damaged.class, () -> Unlocked.open(keyset, ACCOUNT, Secret.random(32)));
        assertThrows(Damaged.class, () -> Unlocked.open(keyset, "another-account", wrapKey));
        assertThrows(Damaged.class, () -> keyset.verify("another-account"));
    }

    @Test
    void everyFlippedByteIsRefused() { // T3, over the whole of what the server hands out
        String json = new String(keyset.json(), US_ASCII);
        for (int at = 0; at < json.length(); at++) {
            var flipped = new StringBuilder(json);
            flipped.setCharAt(at, (char) (json.charAt(at) ^ 1));
            byte[] bytes = flipped.toString().getBytes(US_ASCII);
            assertThrows(Damaged.class, () -> Unlocked.open(Keyset.parse(bytes), ACCOUNT, wrapKey), "at " + at);
        }
    }

    @Test
    void partsOfAnotherKeysetAreRefused() { // T2: the server mixes in a keyset of its own making
        var own = Unlocked.create(ACCOUNT, Secret.random(32), NOW).keyset();
        var view = keyset.view();
        var forged = List.of(new Keyset(own.card(), keyset.slots(), keyset.wrapped(), view),
                new Keyset(keyset.card(), own.slots(), keyset.wrapped(), view),
                new Keyset(keyset.card(), keyset.slots(), own.wrapped(), view),
                new Keyset(keyset.card(), keyset.slots(), keyset.wrapped(), own.view()),
                new Keyset(own.card(), own.slots(), keyset.wrapped(), own.view()),
                with(new View(own.view().view(), view.share(), view.sealed(), view.keys())),
                with(new View(view.view(), own.view().share(), view.sealed(), view.keys())),
                with(new View(view.view(), view.share(), own.view().sealed(), view.keys())),
                with(new View(view.view(), view.share(), view.sealed(), own.view().keys())),
                with(new View(view.view(), view.share(), List.of(), view.keys())));
        for (Keyset mixed : forged)
            assertThrows(Damaged.class, () -> Unlocked.open(mixed, ACCOUNT, wrapKey));
    }

    @Test
    void aViewSealedToOurSlotByTheServerIsRefused() throws Damaged { // T2: it knows the slot's public key
        var slotKey = keyset.verify(ACCOUNT).slots().slots().getFirst().key();
        var slot = keyset.wrapped().getFirst().slot();
        var serverKeys = AccountKeys.fresh(ACCOUNT);
        try (var half = Secret.random(32)) {
            var planted = new View(Secret.randomId(), Base64Url.encode(Secret.randomBytes(32)), List.of(), "");
            var master = planted.master(half, ACCOUNT);
            for (ECKey signer : List.of(serverKeys.signing(), P256.generate())) {
                String signed = Signed.sign(SignedType.HALF,
                        Json.bytes(Json.object("suite", 1, "account", ACCOUNT, "view",
                                planted.view(), "slot", slot, "half", Base64Url.encode(half.bytes()))),
                        signer);
                var sealed = new SlotText(slot, Sealed.to(SealedType.SEALED, signed.getBytes(US_ASCII), slotKey));
                var view = new View(planted.view(), planted.share(), List.of(sealed), serverKeys.seal(master));
                assertThrows(Damaged.class, () -> Unlocked.open(with(view), ACCOUNT, wrapKey));
            }
        }
    }

    @Test
    void aHalfForAnotherViewSlotOrAccountIsRefused() throws Damaged { // signed by us, moved by the server
        var signing = fresh.unlocked().keys().signing();
        var slotKey = keyset.verify(ACCOUNT).slots().slots().getFirst().key();
        String slot = keyset.wrapped().getFirst().slot();
        String view = keyset.view().view();
        for (String[] said : new String[][]{{ACCOUNT, view, Secret.randomId()}, {ACCOUNT, Secret.randomId(), slot},
                {"another-account", view, slot}}) {
            String signed = Signed.sign(SignedType.HALF, Json.bytes(Json.object("suite", 1, "account", said[0], "view",
                    said[1], "slot", said[2], "half", Base64Url.encode(new byte[32]))), signing);
            var sealed = new SlotText(slot, Sealed.to(SealedType.SEALED, signed.getBytes(US_ASCII), slotKey));
            var moved = new View(view, keyset.view().share(), List.of(sealed), keyset.view().keys());
            assertThrows(Damaged.class, () -> Unlocked.open(with(moved), ACCOUNT, wrapKey));
        }
    }

    @Test
    void theServerWantsEverySlotWrapped() throws Damaged {
        var only = keyset.wrapped().getFirst();
        var door = P256.generate().toPublicJWK();
        refused(List.of(), List.of(only, new Wrapped(Secret.randomId(), only.jwe(), null)), List.of(only, only, only),
                List.of(new Wrapped(only.slot(), null, null)), List.of(new Wrapped(only.slot(), only.jwe(), door)),
                List.of(new Wrapped(only.slot(), only.jwe(), door), new Wrapped(only.slot(), only.jwe(), door)));
        // While a passphrase changes there are two; one that takes a code's place keeps its door till then.
        wrapped(List.of(only, only)).verify(ACCOUNT);
        wrapped(List.of(only, new Wrapped(only.slot(), only.jwe(), door))).verify(ACCOUNT);
    }

    @Test
    void aSlotMoreOpensToTheSame() throws Damaged {
        var secrets = SlotSecrets.of(Secret.random(32));
        var grown = Keyset.parse(new NewSlot("recovery", secrets).addTo(keyset, ACCOUNT, wrapKey, NOW).json());
        assertEquals(2, grown.verify(ACCOUNT).slots().slots().size());
        for (var key : List.of(wrapKey, secrets.wrapKey()))
            assertArrayEquals(fresh.unlocked().manifestKey().bytes(),
                    Unlocked.open(grown, ACCOUNT, key).manifestKey().bytes());
        var code = grown.wrapped().get(1);
        for (var wrong : List.of(new Wrapped(code.slot(), code.jwe(), null),
                new Wrapped(code.slot(), null, code.door())))
            assertThrows(Damaged.class, () -> new Keyset(grown.card(), grown.slots(),
                    List.of(grown.wrapped().getFirst(), wrong), grown.view()).verify(ACCOUNT));
        var strange = new NewSlot("backdoor", secrets).addTo(keyset, ACCOUNT, wrapKey, NOW);
        assertThrows(Damaged.class, () -> strange.verify(ACCOUNT));
        var second = new NewSlot("passphrase", secrets).addTo(keyset, ACCOUNT, wrapKey, NOW);
        assertThrows(Damaged.class, () -> second.verify(ACCOUNT));
    }

    /** A mask is a view like any other, under keys that open no other. */
    @Test
    void aMaskOpensToTheSameAccountAndOtherKeys() throws Damaged {
        var mask = fresh.unlocked().mask(keyset.verify(ACCOUNT).slots().slots());
        mask.view().demand(keyset.verify(ACCOUNT).slots().ids());
        var opened = Unlocked.open(with(mask.view()), ACCOUNT, wrapKey);
        assertArrayEquals(mask.unlocked().manifestKey().bytes(), opened.manifestKey().bytes());
        assertTrue(P256.same(fresh.unlocked().keys().signing(), opened.keys().signing()));
        assertNotEquals(Base64Url.encode(fresh.unlocked().manifestKey().bytes()),
                Base64Url.encode(opened.manifestKey().bytes()));
        // The server hands out the mask's half with the other view's share, or the other way round.
        var full = keyset.view();
        for (var mixed : List.of(
                new View(full.view(), full.share(), mask.view().sealed(), full.keys()),
                new View(mask.view().view(), full.share(), mask.view().sealed(), full.keys()),
                new View(mask.view().view(), mask.view().share(), full.sealed(), mask.view().keys())))
            assertThrows(Damaged.class, () -> Unlocked.open(with(mixed), ACCOUNT, wrapKey));
    }

    @Test
    void aLiftIsOfThisAccountByThisDoor() throws Damaged {
        var door = SlotSecrets.of(Secret.random(32)).door();
        var jws = new Lift(ACCOUNT, NOW).sign(door);
        assertEquals(new Lift(ACCOUNT, NOW), Lift.verify(jws, door.toPublicJWK()));
        assertThrows(Damaged.class, () -> Lift.verify(jws, P256.generate().toPublicJWK()));
        assertThrows(Damaged.class, () -> Lift.verify(jws + "x", door.toPublicJWK()));
    }

    @SafeVarargs
    private void refused(List<Wrapped>... wrong) {
        for (var wrapped : wrong)
            assertThrows(Damaged.class, () -> wrapped(wrapped).verify(ACCOUNT), wrapped.toString());
    }

    private Keyset wrapped(List<Wrapped> wrapped) {
        return new Keyset(keyset.card(), keyset.slots(), wrapped, keyset.view());
    }

    @Test
    void theServerWantsEverySlotSealedToOnce() {
        var view = keyset.view();
        assertThrows(Damaged.class,
                () -> with(new View(view.view(), view.share(), List.of(), view.keys())).verify(ACCOUNT));
        assertThrows(Damaged.class,
                () -> with(new View(view.view(), view.share(), view.sealed(), keyset.wrapped().getFirst().jwe()))
                        .verify(ACCOUNT));
    }

    @Test
    void unknownMembersAreRefused() {
        String json = new String(keyset.json(), US_ASCII).replaceFirst("\\{", "{\"extra\":1,");
        assertThrows(Damaged.class, () -> Keyset.parse(json.getBytes(US_ASCII)));
    }

    private Keyset with(View view) {
        return new Keyset(keyset.card(), keyset.slots(), keyset.wrapped(), view);
    }
}
