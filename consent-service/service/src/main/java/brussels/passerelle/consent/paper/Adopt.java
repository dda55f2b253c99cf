package brussels.passerelle.consent.paper;

import brussels.passerelle.edge.limit.Limit;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes a paper of bytes that the server has already: what somebody sent and the holder accepted. */
@Singleton
public class Adopt {
    private final Papers papers;
    private final Clock clock;

    @Inject
    Adopt(Papers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    /** In the caller's transaction: as the first version of a paper; the use of the bytes that was counted becomes the paper's. */
    public void adopt(String account, String paper, long size, String hash) {
        papers.lock(account);
        if (papers.used(account) + size > Limit.STORAGE.amount() || papers.count(account) >= Limit.PAPERS.amount()) {
            throw Failure.Plain.STORAGE_FULL.refused();
        }
        if (!papers.versions(account, paper).isEmpty() || !papers.claim(account, paper)) {
            throw Failure.Plain.VERSION_EXISTS.refused();
        }
        papers.add(new StoredPaper(new StoredPaper.Key(account, paper, 1), size, hash, clock.instant()));
    }
}
