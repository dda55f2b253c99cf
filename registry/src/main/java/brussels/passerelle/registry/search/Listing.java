package brussels.passerelle.registry.search;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Fold;
import brussels.passerelle.vocab.Scheme;

/** One offer as the search sees it: folded words and codes. */
public record Listing(String offer, String title, String body, List<String> needs, List<String> targets,
        List<String> communes) {
    public static Listing of(Entry.Offer offer) {
        String title = Fold.text(offer.name().fr() + ' ' + offer.service().organisation().name().fr());
        String body = said(offer).map(Fold::text).distinct().collect(Collectors.joining(" "));
        return new Listing(offer.id(), title, body, offer.service().needs(), offer.service().targets(),
                offer.where().communes());
    }

    /** Everything about the offer that words may find: names, type, needs and communes in every language. */
    static Stream<String> said(Entry.Offer offer) {
        Entry.Service service = offer.service();
        Stream<String> names = Stream.of(service.name(), service.organisation().name())
                .flatMap(t -> t.all().values().stream());
        Stream<String> needs = service.needs().stream().flatMap(need -> labels(Scheme.NEED, need));
        Stream<String> communes = offer.where().communes().stream().flatMap(commune -> labels(Scheme.COMMUNE, commune));
        return Stream.of(names, labels(Scheme.SERVICE_TYPE, service.type()), needs, communes).flatMap(all -> all);
    }

    private static Stream<String> labels(Scheme scheme, String notation) {
        Map<String, String> none = Map.of();
        return scheme.find(notation).map(concept -> concept.labels()).orElse(none).values().stream();
    }
}
