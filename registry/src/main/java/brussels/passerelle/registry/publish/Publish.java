package brussels.passerelle.registry.publish;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import brussels.passerelle.registry.entry.Directory;
import brussels.passerelle.registry.entry.Offer;
import brussels.passerelle.registry.entry.Organisation;
import brussels.passerelle.registry.entry.Outbox;
import brussels.passerelle.registry.entry.Place;
import brussels.passerelle.registry.entry.Service;
import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Kind;
import brussels.passerelle.registry.search.Listing;
import brussels.passerelle.registry.search.Listings;

/** Adds entries, and tells search and projection of them. All or nothing. */
@Singleton
public class Publish {
    private final Outbox outbox;
    private final Listings listings;

    @PersistenceContext
    private EntityManager database;

    @Inject
    public Publish(Outbox outbox, Listings listings) {
        this.outbox = outbox;
        this.listings = listings;
    }

    @Transactional
    public void all(Directory directory) {
        directory.organisations().forEach(database::persist);
        directory.places().forEach(database::persist);
        directory.services().forEach(database::persist);
        directory.offers().forEach(database::persist);
        database.flush();
        // Every statement below would look through all of them for changes again.
        database.clear();
        List<Entry.Offer> offers = directory.offers().stream().map(Offer::published).toList();
        offers.stream().map(Listing::of).forEach(listings::put);
        tell(Kind.ORGANISATION, directory.organisations(), Organisation::published);
        tell(Kind.PLACE, directory.places().stream().flatMap(place -> place.published().stream()).toList(),
                place -> place);
        tell(Kind.SERVICE, directory.services(), Service::published);
        tell(Kind.OFFER, offers, offer -> offer);
    }

    /** Publishes the first entries ever, unless somebody did; of servers that start together, one does. */
    @Transactional
    public void first(Supplier<Directory> directory) {
        outbox.turn();
        if (outbox.last() == 0)
            all(directory.get());
    }

    private <T> void tell(Kind kind, List<T> changed, Function<T, ? extends Entry> published) {
        if (!changed.isEmpty())
            outbox.changed(kind, changed.stream().map(e -> published.apply(e).id()).toList());
    }
}
