package brussels.passerelle.registry.entry;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Kind;

/** Entries in their public form. Lists come in the order of ids, after the id given (empty string: from the start). */
@Singleton
@Transactional
public class Entries {
    // What hangs on them is fetched for many at once (default_batch_fetch_size), not one by one.
    private static final String OFFERS = "select o from Offer o where ";
    private static final String SERVICES = "select s from Service s where ";

    @PersistenceContext
    private EntityManager database;

    public Optional<Entry> find(Kind kind, String id) {
        return switch (kind) {
            case SERVICE -> service(id).map(Function.identity());
            case OFFER -> offers(List.of(id)).stream().findFirst().map(Function.identity());
            case ORGANISATION -> organisation(id).map(Function.identity());
            case PLACE -> Optional.ofNullable(database.find(Place.class, id)).flatMap(Place::published);
        };
    }

    public Optional<Entry.Service> service(String id) {
        return Optional.ofNullable(database.find(Service.class, id)).map(Service::published);
    }

    public Optional<Entry.Organisation> organisation(String id) {
        return Optional.ofNullable(database.find(Organisation.class, id)).map(Organisation::published);
    }

    /** The offers with these ids, in this order; ids that are gone are left out. */
    public List<Entry.Offer> offers(List<String> ids) {
        var found = published(database.createQuery(OFFERS + "o.id in :ids", Offer.class).setParameter("ids", ids)
                .getResultList().stream()).collect(Collectors.toMap(Entry.Offer::id, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    public List<Entry.Offer> offersOf(String service) {
        return published(database.createQuery(OFFERS + "o.service.id = :service order by o.id", Offer.class)
                .setParameter("service", service).getResultList().stream()).toList();
    }

    public List<Entry.Offer> offersAt(String place) {
        return published(database.createQuery(OFFERS + "o.place.id = :place order by o.id", Offer.class)
                .setParameter("place", place).getResultList().stream()).toList();
    }

    public List<Entry.Service> servicesOf(String organisation, String after, int most) {
        return database
                .createQuery(SERVICES + "s.organisation.id = :organisation and s.id > :after order by s.id",
                        Service.class)
                .setParameter("organisation", organisation).setParameter("after", after).setMaxResults(most)
                .getResultList().stream().map(Service::published).toList();
    }

    /** Every public entry, for rebuilding what is derived. Confidential places are not among them. */
    public Collection<Entry> everything() {
        Stream<Entry> organisations = all(Organisation.class).map(Organisation::published);
        Stream<Entry> places = all(Place.class).flatMap(place -> place.published().stream());
        Stream<Entry> services = all(Service.class).map(Service::published);
        Stream<Entry> offers = all(Offer.class).map(Offer::published);
        return Stream.of(organisations, places, services, offers).flatMap(all -> all).toList();
    }

    private <T> Stream<T> all(Class<T> type) {
        return database.createQuery("select e from " + type.getSimpleName() + " e", type).getResultList().stream();
    }

    private static Stream<Entry.Offer> published(Stream<Offer> offers) {
        return offers.map(Offer::published);
    }
}
