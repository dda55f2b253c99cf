package brussels.passerelle.registry.search;

import java.util.List;

import brussels.passerelle.registry.published.Entry;

/** One answer: an offer, and why it is one. */
public record Hit(Entry.Offer offer, List<Reason> reasons) {}
