package brussels.passerelle.consent.paper;

import brussels.passerelle.consent.store.Blobs;
import brussels.passerelle.consent.store.Contents;
import brussels.passerelle.consent.wall.Views;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.limit.RateLimits;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

/** Takes in one version of a paper: all of it, as announced, within the limits, or nothing. */
@Singleton
public class StorePaper {
    /** What padding (at most one part in 32 at this size), length, header and tags add to a paper of the largest size. */
    private static final long ENVELOPE = (3L << 20) + (64 << 10);
    private final Contents contents;
    private final Blobs blobs;
    private final Wall wall;
    private final Papers papers;
    private final Views views;
    private final RateLimits limits;
    private final Clock clock;

    @Inject
    StorePaper(Contents contents, Blobs blobs, Wall wall, Papers papers, Views views, RateLimits limits, Clock clock) {
        this.contents = contents;
        this.blobs = blobs;
        this.wall = wall;
        this.papers = papers;
        this.views = views;
        this.limits = limits;
        this.clock = clock;
    }

    /** Largest ciphertext accepted. */
    static long most() {
        return Limit.PAPER.amount() + ENVELOPE;
    }

    /** Returns true when it is new, false when these very bytes were there. */
    boolean store(Caller caller, String paper, int version, String digest, InputStream body) throws IOException {
        // Counted for each view: what was sent before a mask must not show in how much can be sent under it.
        limits.take(Limit.UPLOADS, caller.account() + "|" + wall.as(caller, views::current));
        try (var staged = contents.stage(body, most())) {
            if (staged.size() == 0) {
                throw Failure.Plain.EMPTY_FILE.refused();
            }
            if (!staged.hash().equals(digest)) {
                throw Failure.Plain.DIGEST_MISMATCH.refused();
            }
            return wall.as(caller, () -> keep(new StoredPaper.Key(caller.account(), paper, version), staged));
        }
    }

    private boolean keep(StoredPaper.Key key, Contents.Staged staged) {
        papers.lock(key.account());
        var present = papers.find(key.account(), key.paper(), key.version());
        if (present.isPresent()) {
            if (!present.get().hash().equals(staged.hash())) {
                throw Failure.Plain.VERSION_EXISTS.refused();
            }
            return false;
        }
        if (papers.used(key.account()) + staged.size() > Limit.STORAGE.amount()
                || papers.count(key.account()) >= Limit.PAPERS.amount()) {
            throw Failure.Plain.STORAGE_FULL.refused();
        }
        if (!papers.claim(key.account(), key.paper())) {
            throw Failure.Plain.VERSION_EXISTS.refused();
        }
        blobs.use(staged);
        papers.add(new StoredPaper(key, staged.size(), staged.hash(), clock.instant()));
        return true;
    }
}
