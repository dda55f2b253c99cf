package brussels.passerelle.client;

import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.manifest.Manifest;
import brussels.passerelle.protocol.manifest.SealedManifest;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

/// The wallet's list on the server: read, changed and written as one text, never older than what was seen.
final class Manifests {
    private static final int TRIES = 5;
    private final Api api;
    private final Unlocked wallet;
    private Manifest newest;
    private String hash;

    /// Reads the manifest, or makes the first one of a new wallet.
    Manifests(Api api, Unlocked wallet) throws IOException {
        this.api = api;
        this.wallet = wallet;
        var found = api.find("/manifest");
        var sealed = found.isPresent() ? parse(found.get()) : first();
        this.newest = sealed.open(wallet, 0);
        this.hash = sealed.hash();
    }

    /// A change of the list, made on its newest version; may be asked again when another session was faster.
    interface Change {
        Manifest next(Manifest now, String hash);
    }

    Manifest newest() {
        return newest;
    }

    void change(Change change) throws IOException {
        for (int attempt = 1;; attempt++) {
            var next = change.next(newest, hash);
            var sealed = SealedManifest.seal(next, wallet);
            try {
                put(sealed, next.version());
                newest = next;
                hash = sealed.hash();
                return;
            } catch (Refusal e) {
                if (e.status() != 412 || attempt == TRIES)
                    throw e;
                reload();
            }
        }
    }

    void reload() throws IOException {
        var sealed = parse(api.bytes("/manifest"));
        newest = sealed.open(wallet, newest.version());
        hash = sealed.hash();
    }

    private SealedManifest first() throws IOException {
        var sealed = SealedManifest.seal(Manifest.empty(wallet.keys().account(), wallet.view()), wallet);
        put(sealed, 1);
        return sealed;
    }

    private void put(SealedManifest sealed, int version) throws IOException {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/jose");
        headers.put("Manifest-Version", Integer.toString(version));
        if (version == 1)
            headers.put("If-None-Match", "*");
        else
            headers.put("If-Match", "\"" + wallet.view() + "." + (version - 1) + "\"");
        api.put("/manifest", BodyPublishers.ofString(sealed.text(), StandardCharsets.US_ASCII), headers);
    }

    private static SealedManifest parse(byte[] body) throws IOException {
        return SealedManifest.parse(new String(body, StandardCharsets.US_ASCII));
    }
}
