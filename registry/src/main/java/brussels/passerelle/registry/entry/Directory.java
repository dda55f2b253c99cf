package brussels.passerelle.registry.entry;

import java.util.List;

/** Entries that are published together, in the order in which they refer to each other. */
public record Directory(List<Organisation> organisations, List<Place> places, List<Service> services,
        List<Offer> offers) {}
