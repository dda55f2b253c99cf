package brussels.passerelle.registry.published;

import java.util.List;

/** Where an offer is given, as far as the public may know. */
public sealed interface Where {
    /** Communes (REFNIS) under which the offer is found. */
    List<String> communes();

    /** At an address. */
    record At(Entry.Place place) implements Where {
        @Override
        public List<String> communes() {
            return List.of(place.commune());
        }
    }

    /** At an address that is told by phone only. */
    record Confidential(String commune) implements Where {
        @Override
        public List<String> communes() {
            return List.of(commune);
        }
    }

    /** A team that comes to people. */
    record Around(List<String> communes) implements Where {}
}
