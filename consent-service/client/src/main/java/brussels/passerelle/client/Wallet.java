package brussels.passerelle.client;

import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.envelope.Envelope;
import brussels.passerelle.protocol.envelope.PaperVersion;
import brussels.passerelle.protocol.envelope.SealedPaper;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.keyset.AccountKeys;
import brussels.passerelle.protocol.keyset.Keyset;
import brussels.passerelle.protocol.keyset.Unlocked;
import brussels.passerelle.protocol.manifest.Manifest;
import brussels.passerelle.protocol.manifest.Paper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A holder's papers, in clear only here.
public final class Wallet implements AutoCloseable {
    private final Session session;
    private final Api api;
    private final Unlocked unlocked;
    private final Manifests manifests;

    private Wallet(Session session, Unlocked unlocked) throws IOException {
        this.session = session;
        this.api = session.api();
        this.unlocked = unlocked;
        this.manifests = new Manifests(api, unlocked);
    }

    static Wallet unlock(Session session) throws IOException {
        var served = session.api().find("/keyset");
        var unlocked = served.isPresent()
                ? Unlocked.open(Keyset.parse(served.get()), session.account(), session.wrapKey())
                : create(session);
        return new Wallet(session, unlocked);
    }

    private static Unlocked create(Session session) throws IOException {
        var fresh = Unlocked.create(session.account(), session.wrapKey(), session.now());
        session.api().put("/keyset", BodyPublishers.ofByteArray(fresh.keyset().json()),
                Map.of("Content-Type", "application/json", "If-None-Match", "*"));
        return fresh.unlocked();
    }

    public List<Paper> papers() {
        return manifests.newest().papers();
    }

    /// The newest paper with this title.
    public Optional<Paper> titled(String title) {
        return papers().stream().filter(paper -> paper.title().equals(title)).reduce((older, newer) -> newer);
    }

    /// Seals a file and stores it; on disk there is never more than its ciphertext, for as long as it takes.
    ///
    /// @throws Refusal `storageFull`, `tooLarge`
    public Paper add(Path file, NewPaper about) throws IOException {
        var version = new PaperVersion(Secret.randomId(), 1);
        var ciphertext = Files.createTempFile("passerelle", ".sealed");
        try (var dek = Secret.random(32)) {
            long size = Files.size(file);
            SealedPaper sealed;
            try (var in = Files.newInputStream(file); var out = Files.newOutputStream(ciphertext)) {
                sealed = Envelope.seal(dek, version, in, size, out);
            }
            store(version, sealed, ciphertext);
            var paper = new Paper(version.paper(), 1, about.title(), about.kind(), about.date(), null, null, null,
                    about.type(),
                    size, Base64Url.encode(dek.bytes()), sealed.hash(), session.now().truncatedTo(ChronoUnit.SECONDS),
                    null);
            changePapers(papers -> papers.add(paper));
            return paper;
        } finally {
            Files.delete(ciphertext);
        }
    }

    /// The content of a paper; see [Envelope#open] for what reading to the end proves.
    public InputStream open(Paper paper) throws IOException {
        var in = api.stream("/papers/" + paper.id() + "/versions/" + paper.version());
        return Envelope.open(paper.dataKey(), paper.paperVersion(), paper.hash(), in);
    }

    /// Deletes a paper everywhere; its loans end with it.
    public void remove(String id) throws IOException {
        try {
            api.delete("/papers/" + id);
        } catch (Refusal e) {
            if (e.status() != 404)
                throw e; // deleting what is gone already is done
        }
        changePapers(papers -> papers.removeIf(paper -> paper.id().equals(id)));
    }

    /// Lending and taking back.
    public Lending lending() {
        return new Lending(session, unlocked.keys(), manifests);
    }

    /// Who looked.
    public LogBook log() throws IOException {
        return new LogBook(session.api(), manifests);
    }

    /// The account's secrets, for what this class does not do.
    public AccountKeys keys() {
        return unlocked.keys();
    }

    /// The list as last read or written.
    public Manifest manifest() {
        return manifests.newest();
    }

    @Override
    public void close() {
        unlocked.close();
    }

    private void store(PaperVersion paper, SealedPaper sealed, Path ciphertext) throws IOException {
        String digest = "sha-256=:" + Base64.getEncoder().encodeToString(hash(sealed)) + ":";
        api.put("/papers/" + paper.paper() + "/versions/" + paper.version(), BodyPublishers.ofFile(ciphertext),
                Map.of("Content-Type", "application/octet-stream", "Content-Digest", digest));
    }

    private static byte[] hash(SealedPaper sealed) throws Damaged {
        return Base64Url.decode(sealed.hash(), 32);
    }

    private interface Edit {
        void apply(List<Paper> papers);
    }

    private void changePapers(Edit edit) throws IOException {
        manifests.change((now, hash) -> {
            var papers = new ArrayList<>(now.papers());
            edit.apply(papers);
            return now.next(hash, now.checkpoint(), papers, now.loans(), now.agencies());
        });
    }
}
