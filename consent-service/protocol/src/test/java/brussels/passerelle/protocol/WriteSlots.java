package brussels.passerelle.protocol;

import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.derive.SlotSecrets;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Json;
import brussels.passerelle.protocol.jose.P256;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.Lift;
import brussels.passerelle.protocol.keyset.NewSlot;
import brussels.passerelle.protocol.keyset.SlotList;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.kit.Crockford;
import brussels.passerelle.protocol.manifest.Manifest;
import brussels.passerelle.protocol.manifest.Paper;
import brussels.passerelle.protocol.manifest.SealedManifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Writes the wallet that the browser's tests open. Run by hand, into the folder given, when the suite gains a format.
final class WriteSlots {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    public static void main(String[] args) throws Exception {
        String account = "5f0c1c52-7a44-4b58-9d2e-0d4d5d1f6a11";
        var known = SignInSecrets.derive("passerelle", "holder", "demo-holder-passphrase".toCharArray());
        var code = Secret.random(16);
        var secrets = SlotSecrets.of(SlotSecrets.ofCode(code, "passerelle", "holder"));
        var keyset = new NewSlot("recovery", secrets).addTo(Unlocked.create(account, known.wrapKey(), NOW).keyset(),
                account, known.wrapKey(), NOW);
        var unlocked = Unlocked.open(keyset, account, known.wrapKey());
        var mask = unlocked.mask(SlotList.verify(keyset.slots(), unlocked.keys().card().signing()).slots());
        String title = "Seul ce papier existe";
        var paper = new Paper(Secret.randomId(), 1, title, "identityCard", null, null, null, null, "application/pdf", 5,
                Base64Url.encode(Secret.random(32).bytes()), Base64Url.encode(Secret.random(32).bytes()), NOW, null);
        var manifest = Manifest.empty(account, mask.view().view()).next(Base64Url.encode(Secret.random(32).bytes()),
                null, List.of(paper), List.of(), List.of());
        Files.writeString(Path.of(args[0]).resolve("slots-from-java.json"),
                Json.write(Json.object("realm", "passerelle", "username", "holder",
                        "passphrase", "demo-holder-passphrase", "account", account, "code",
                        Base64Url.encode(code.bytes()), "text",
                        Crockford.withCheck(code.bytes()).replaceAll("(.{4})(?=.)", "$1 "), "door",
                        P256.publicJwk(secrets.door()), "keyset",
                        Json.parse(keyset.json()), "mask",
                        Json.object("view", mask.view().json(), "manifest",
                                SealedManifest.seal(manifest, mask.unlocked()).text(),
                                "version", manifest.version(), "title", title),
                        "lift", new Lift(account, NOW).sign(secrets.door()))) + "\n");
    }

    private WriteSlots() {}
}
