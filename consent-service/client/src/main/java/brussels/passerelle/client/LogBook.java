package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.log.Checkpoint;
import brussels.passerelle.protocol.log.Leaf;
import brussels.passerelle.protocol.log.NoteKey;
import brussels.passerelle.protocol.log.NoteVerifier;
import brussels.passerelle.protocol.log.Proofs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened to a holder's papers, and the proof that it is in a log which only grew.
public final class LogBook {
    private final Api api;
    private final Manifests manifests;
    private final NoteVerifier verifier;

    LogBook(Api api, Manifests manifests) throws IOException {
        this.api = api;
        this.manifests = manifests;
        try {
            this.verifier = new NoteVerifier(NoteKey.parse(text("/log/key").strip()));
        } catch (IllegalArgumentException e) {
            throw new Damaged();
        }
    }

    /// An event as the holder keeps it.
    ///
    /// @param index place in the log, null while it is not yet in a checkpoint
    /// @param salt  32 bytes in base64url
    /// @param event canonical JSON
    public record Entry(@Nullable Long index, String salt, String event) {

        /// The event's members.
        public Fields read() throws Damaged {
            return Fields.of(event.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Newest first.
    public List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        for (Fields item : api.all("/log/events")) {
            Long index = item.has("index") && !item.isNull("index") ? Long.valueOf(item.number("index")) : null;
            entries.add(new Entry(index, item.text("salt"), item.text("event")));
        }
        return entries;
    }

    /// The newest checkpoint, proven to continue the one this wallet has seen, and remembered in the wallet.
    public Checkpoint checkpoint() throws IOException {
        String text = text("/log/checkpoint");
        var checkpoint = verifier.verify(text);
        String seenText = manifests.newest().checkpoint();
        if (seenText != null)
            continues(verifier.verify(seenText), checkpoint);
        if (!text.equals(seenText)) {
            manifests.change((now, hash) -> now.next(hash, text, now.papers(), now.loans(), now.agencies()));
        }
        return checkpoint;
    }

    /// Returns when the entry is in the log of this checkpoint.
    ///
    /// @throws Damaged when it is not, or the log shows something else
    public void prove(Entry entry, Checkpoint checkpoint) throws IOException {
        if (entry.index() == null)
            throw new Damaged();
        var leaf = Leaf.personal(Base64Url.decode(entry.salt(), 32), entry.event());
        var path = hashes("/log/proofs/inclusion?index=" + entry.index() + "&size=" + checkpoint.size());
        Proofs.inclusion(leaf.hash(), entry.index(), checkpoint.size(), path, checkpoint.rootHash());
    }

    private void continues(Checkpoint seen, Checkpoint now) throws IOException {
        if (seen.size() == 0)
            return; // every log continues the empty one
        if (seen.size() > now.size())
            throw new Damaged();
        var path = seen.size() == now.size()
                ? List.<byte[]>of()
                : hashes("/log/proofs/consistency?from=" + seen.size() + "&to=" + now.size());
        Proofs.consistency(seen.size(), seen.rootHash(), now.size(), now.rootHash(), path);
    }

    private List<byte[]> hashes(String path) throws IOException {
        var hashes = new ArrayList<byte[]>();
        for (String hash : api.read(path).texts("hashes")) {
            try {
                hashes.add(Base64.getDecoder().decode(hash));
            } catch (IllegalArgumentException e) {
                throw new Damaged();
            }
        }
        return hashes;
    }

    private String text(String path) throws IOException {
        return new String(api.bytes(path), StandardCharsets.UTF_8);
    }
}
