package brussels.passerelle.consent.paper;

import brussels.passerelle.consent.log.Book;
import brussels.passerelle.consent.log.Event;
import brussels.passerelle.consent.store.Blobs;
import brussels.passerelle.consent.wall.Wall;
import brussels.passerelle.edge.access.Caller;
import brussels.passerelle.edge.problem.Failure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Deletes every version of a paper; its running loans end first, in the same transaction. */
@Singleton
public class DeletePaper {
    private final Wall wall;
    private final Papers papers;
    private final Uses uses;
    private final Blobs blobs;
    private final Book book;

    @Inject
    DeletePaper(Wall wall, Papers papers, Uses uses, Blobs blobs, Book book) {
        this.wall = wall;
        this.papers = papers;
        this.uses = uses;
        this.blobs = blobs;
        this.book = book;
    }

    void delete(Caller caller, String paper) {
        var account = caller.account();
        var gone = wall.as(caller, () -> {
            papers.lock(account);
            var versions = papers.versions(account, paper);
            if (versions.isEmpty()) {
                throw Failure.Plain.NOT_FOUND.refused();
            }
            uses.endAllOf(paper, account);
            versions.forEach(papers::remove);
            book.write(account, new Event.PaperDeleted(paper));
            var hashes = versions.stream().map(StoredPaper::hash).toList();
            blobs.release(hashes);
            return hashes;
        });
        blobs.collect(gone);
    }
}
