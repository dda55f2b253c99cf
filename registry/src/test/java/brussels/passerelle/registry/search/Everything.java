package brussels.passerelle.registry.search;

import java.util.List;
import java.util.Map;

import brussels.passerelle.registry.describe.Address;
import brussels.passerelle.registry.page.Words;
import brussels.passerelle.registry.published.Entry;

/** What the search says of one offer, for tests elsewhere. */
public final class Everything {
    private static final Criteria QUESTION = Criteria.read("douche maison", "shower", "1080", "women").orElseThrow();

    private Everything() {}

    public static Map<String, Object> model(Entry.Offer offer) {
        return Map.of("criteria", QUESTION, "answer", answer(offer));
    }

    public static String json(Entry.Offer offer, Words words, Address address) {
        return SearchJson.of(answer(offer), words, address).toString();
    }

    public static String listing(Entry.Offer offer) {
        return Listing.of(offer).toString();
    }

    private static Answer answer(Entry.Offer offer) {
        return new Answer(List.of(new Hit(offer, Reasons.of(QUESTION, offer))), 1, "next");
    }
}
