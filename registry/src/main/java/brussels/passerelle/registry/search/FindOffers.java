package brussels.passerelle.registry.search;

import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import brussels.passerelle.registry.entry.Entries;

/** Answers a question, one page at a time, in one transaction so that a page is of one moment. */
@Singleton
class FindOffers {
    private final Listings listings;
    private final Entries entries;

    @Inject
    FindOffers(Listings listings, Entries entries) {
        this.listings = listings;
        this.entries = entries;
    }

    @Transactional
    Answer find(Criteria criteria, Optional<After> after, int size) {
        List<Listings.Found> found = listings.find(criteria, after, size + 1);
        List<Listings.Found> shown = found.subList(0, Math.min(size, found.size()));
        var last = found.size() > size ? shown.getLast() : null;
        String next = last == null ? null : new After(last.score(), last.title(), last.offer()).text(criteria);
        List<Hit> hits = entries.offers(shown.stream().map(Listings.Found::offer).toList()).stream()
                .map(offer -> new Hit(offer, Reasons.of(criteria, offer))).toList();
        return new Answer(hits, listings.count(criteria), next);
    }
}
