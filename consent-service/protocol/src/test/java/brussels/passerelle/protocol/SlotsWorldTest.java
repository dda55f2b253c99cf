package brussels.passerelle.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.Lift;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.keyset.View;
import brussels.passerelle.protocol.kit.Crockford;
import brussels.passerelle.protocol.manifest.SealedManifest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A wallet with a passphrase and a printed code, under a mask, made by one implementation and opened by the other.
class SlotsWorldTest {

    @ParameterizedTest
    @ValueSource(strings = {"slots-from-java", "slots-from-typescript"})
    void bothWaysInOpenTheWalletAndTheMask(String name) throws Exception {
        var world = Vectors.file(name);
        String account = world.text("account");
        byte[] code = Base64Url.decode(world.text("code"));
        assertArrayEquals(code, Crockford.checked(world.text("text"), 16));
        var keyset = Keyset.parse(world.object("keyset").json());
        keyset.verify(account);
        var mask = world.object("mask");
        var masked = new Keyset(keyset.card(), keyset.slots(), keyset.wrapped(), View.read(mask.object("view")));
        masked.verify(account);
        var manifest = SealedManifest.parse(mask.text("manifest"));
        try (var secrets = SlotSecrets
                .of(SlotSecrets.ofCode(Secret.of(code), world.text("realm"), world.text("username")));
                var known = SignInSecrets.derive(world.text("realm"), world.text("username"),
                        world.text("passphrase").toCharArray())) {
            assertTrue(P256.same(secrets.door(), world.publicKey("door")));
            assertEquals(account, Lift.verify(world.text("lift"), world.publicKey("door")).account());
            for (Secret wrapKey : List.of(secrets.wrapKey(), known.wrapKey()))
                opens(keyset, masked, manifest, wrapKey, account, mask);
        }
    }

    private static void opens(Keyset keyset, Keyset masked, SealedManifest manifest, Secret wrapKey, String account,
            Fields mask) throws Exception {
        try (var below = Unlocked.open(keyset, account, wrapKey);
                var small = Unlocked.open(masked, account, wrapKey)) {
            assertEquals(mask.text("title"), manifest.open(small, 0).papers().getFirst().title());
            assertEquals(mask.version("version"), manifest.open(small, 0).version());
            assertThrows(Damaged.class, () -> manifest.open(below, 0));
        }
    }
}
