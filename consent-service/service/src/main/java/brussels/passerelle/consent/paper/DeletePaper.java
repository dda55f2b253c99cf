package brussels.passerelle.consent.paper;

import brussels.passerelle.consent.store.Blobs;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Deletes every version of a paper; its running loans end first, in the same transaction, also those that the caller's
 * view does not show: whoever deletes a paper means it.
 */
@Singleton
public class DeletePaper {
    private final Wall wall;
    private final Papers papers;
    private final Uses uses;
    private final Blobs blobs;

    @Inject
    DeletePaper(Wall wall, Papers papers, Uses uses, Blobs blobs) {
        this.wall = wall;
        this.papers = papers;
        this.uses = uses;
        this.blobs = blobs;
    }

    void delete(Caller caller, String paper) {
        var account = caller.account();
        var gone = wall.as(caller, () -> {
            papers.lock(account);
            var versions = papers.versions(account, paper);
            if (versions.isEmpty()) {
                throw Failure.Plain.NOT_FOUND.refused();
            }
            wall.whole(() -> {
                uses.endAllOf(paper, account);
                return true;
            });
            versions.forEach(papers::remove);
            papers.release(account, paper);
            var hashes = versions.stream().map(StoredPaper::hash).toList();
            blobs.release(hashes);
            return hashes;
        });
        blobs.collect(gone);
    }
}
