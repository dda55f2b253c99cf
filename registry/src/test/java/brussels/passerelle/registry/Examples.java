package brussels.passerelle.registry;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;

import brussels.passerelle.registry.entry.Offer;
import brussels.passerelle.registry.entry.Organisation;
import brussels.passerelle.registry.entry.Place;
import brussels.passerelle.registry.entry.Service;
import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Opening;
import brussels.passerelle.registry.published.Texts;

/** A small directory, with one refuge whose address must never be seen. */
public final class Examples {
    /** Planted in every field of the refuge's address. */
    public static final String SECRET = "geheimnis-planted";

    public static final Entry.Organisation SOCIETY = new Entry.Organisation("escale",
            new Texts("L’Escale (fictif)", "De Tussenstop (fictief)", null, null, null), "homelessness", "21012",
            "+32 2 000 00 01", true);
    private static final Texts NAME = new Texts("Douches et lavoir", "Douches en wassalon", "Showers", null, null);
    private static final Opening MORNING = new Opening(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(12, 30));

    private Examples() {}

    public static Entry.Service service(List<String> needs, List<String> targets) {
        return new Entry.Service("escale-douches", NAME, NAME, "hygieneService", SOCIETY, needs, targets,
                List.of("identity"));
    }

    /** Open to the public at an address in Molenbeek. */
    public static Entry.Offer open() {
        return offer(new Place(address("escale-site", "Rue Claire"), false), List.of(), "everyone");
    }

    /** A refuge in Molenbeek. */
    public static Entry.Offer hidden() {
        return offer(new Place(address("refuge-" + SECRET, SECRET), true), List.of(), "women");
    }

    /** A team that comes to Molenbeek and Jette. */
    public static Entry.Offer mobile() {
        return offer(null, List.of("21012", "21010"), "roughSleepers");
    }

    private static Entry.Offer offer(Place place, List<String> communes, String target) {
        var service = new Service(service(List.of("shower", "laundry"), List.of(target)), new Organisation(SOCIETY));
        var terms = new Offer.Terms(List.of("FRA", "NLD"), "walkIn", "+32 2 000 00 02", List.of(MORNING));
        return new Offer("escale-douches-1", service, place, communes, terms).published();
    }

    private static Entry.Place address(String id, String street) {
        var name = new Texts("Maison " + street, "Huis " + street, null, null, null);
        return new Entry.Place(id, name, street, street, "77" + street, "1080", "21012", true);
    }
}
