package brussels.passerelle.registry.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Fold;
import brussels.passerelle.registry.published.Where;

/** Explains a match. Pure: from the question and the public form of the offer alone. */
final class Reasons {
    private Reasons() {}

    static List<Reason> of(Criteria asked, Entry.Offer offer) {
        var reasons = new ArrayList<Reason>();
        asked.needs().stream().filter(offer.service().needs()::contains).map(Reason.MeetsNeed::new)
                .forEach(reasons::add);
        String commune = asked.commune();
        if (commune != null && offer.where().communes().contains(commune))
            reasons.add(switch (offer.where()) {
                case Where.At at -> new Reason.IsIn(commune);
                case Where.Around around -> new Reason.ComesTo(commune);
                case Where.Confidential hidden -> new Reason.HiddenIn(commune);
            });
        asked.targets().stream().filter(offer.service().targets()::contains)
                .map(target -> Criteria.EVERYONE.equals(target)
                        ? new Reason.ReceivesEveryone()
                        : new Reason.Receives(target))
                .forEach(reasons::add);
        List<String> words = Listing.said(offer).flatMap(said -> Stream.of(said.split("[\\s’'(),;/-]+"))).distinct()
                .toList();
        asked.words().forEach(word -> says(word, words).ifPresent(reasons::add));
        return List.copyOf(reasons);
    }

    private static Optional<Reason> says(String asked, List<String> words) {
        return words.stream().max(Comparator.comparingDouble(word -> Trigrams.likeness(asked, Fold.text(word))))
                .map(found -> new Reason.Says(asked, found, Fold.text(found).equals(asked)));
    }
}
