package brussels.passerelle.registry.search;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.registry.describe.Address;
import brussels.passerelle.registry.page.Words;
import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Text;
import brussels.passerelle.registry.published.Where;
import brussels.passerelle.vocab.Scheme;

/** The answers for programs: the same facts as on the page, in the same order. */
public record SearchJson(List<Item> items, int count, @Nullable String next) {
    /** One offer; {@code lang} is the language {@code name} is really in. */
    public record Item(String id, String uri, String name, String lang, Map<String, String> names, Ref service,
            Ref organisation, List<String> needs, List<String> targets, List<String> communes, Place where,
            String phone,
            List<Why> why) {}

    /** Another entry. */
    public record Ref(String id, String uri, String name) {}

    /** {@code kind} is address, confidential or around; only an address has the other members. */
    public record Place(String kind, @Nullable String uri, @Nullable String street, @Nullable String postcode) {}

    /** A reason: the part of the question it answers, the code or word it is about, and a sentence. */
    public record Why(String part, String about, String text) {}

    static SearchJson of(Answer answer, Words words, Address address) {
        return new SearchJson(answer.hits().stream().map(hit -> item(hit, words, address)).toList(), answer.count(),
                answer.next());
    }

    private static Item item(Hit hit, Words words, Address address) {
        Entry.Offer offer = hit.offer();
        Entry.Service service = offer.service();
        Text name = words.shown(offer.name());
        return new Item(offer.id(), address.of(offer), name.value(), name.language(), offer.name().all(),
                ref(service, words, address), ref(service.organisation(), words, address), service.needs(),
                service.targets(),
                offer.where().communes(), place(offer.where(), address), offer.phone(),
                hit.reasons().stream().map(reason -> why(reason, words)).toList());
    }

    private static Ref ref(Entry entry, Words words, Address address) {
        return new Ref(entry.id(), address.of(entry), words.shown(entry.name()).value());
    }

    private static Place place(Where where, Address address) {
        return switch (where) {
            case Where.At(Entry.Place at) ->
                new Place("address", address.of(at), at.streetFr() + " " + at.number(), at.postcode());
            case Where.Confidential hidden -> new Place("confidential", null, null, null);
            case Where.Around around -> new Place("around", null, null, null);
        };
    }

    private static Why why(Reason reason, Words words) {
        return switch (reason) {
            case Reason.MeetsNeed(var need) -> why("need", need, "why.need", Scheme.NEED, words);
            case Reason.IsIn(var commune) -> why("commune", commune, "why.isIn", Scheme.COMMUNE, words);
            case Reason.ComesTo(var commune) -> why("commune", commune, "why.comesTo", Scheme.COMMUNE, words);
            case Reason.HiddenIn(var commune) -> why("commune", commune, "why.hiddenIn", Scheme.COMMUNE, words);
            case Reason.Receives(var target) -> why("target", target, "why.receives", Scheme.TARGET_GROUP, words);
            case Reason.ReceivesEveryone() -> new Why("target", Criteria.EVERYONE, words.text("why.everyone"));
            case Reason.Says(var asked, var found, var exactly) -> new Why("text", found,
                    (exactly ? words.text("why.says") : words.text("why.like", "asked", asked)) + " " + found);
        };
    }

    private static Why why(String part, String code, String sentence, Scheme scheme, Words words) {
        return new Why(part, code, words.text(sentence) + " " + words.label(scheme, code).value());
    }
}
