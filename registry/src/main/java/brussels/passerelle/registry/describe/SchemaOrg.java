package brussels.passerelle.registry.describe;

import java.util.List;
import java.util.Locale;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Where;
import brussels.passerelle.vocab.Scheme;

/** What search engines read in a page: schema.org, from the public records alone. */
final class SchemaOrg {
    private final Address address;

    SchemaOrg(Address address) {
        this.address = address;
    }

    String of(Entry.Offer offer) {
        return script(service(offer.service()).add("availableChannel", Json.createArrayBuilder().add(channel(offer))));
    }

    String of(Entry.Service service, List<Entry.Offer> offers) {
        JsonArrayBuilder channels = Json.createArrayBuilder();
        offers.forEach(offer -> channels.add(channel(offer)));
        return script(service(service).add("availableChannel", channels));
    }

    /** JSON for a script element: no text in it can end the element. */
    private static String script(JsonObjectBuilder json) {
        return json.build().toString().replace("<", "\\u003c");
    }

    private JsonObjectBuilder service(Entry.Service service) {
        Entry.Organisation by = service.organisation();
        return Json.createObjectBuilder().add("@context", "https://schema.org").add("@type", "GovernmentService")
                .add("@id", address.of(service)).add("name", names(service)).add("serviceOperator",
                        Json.createObjectBuilder().add("@type", "Organization").add("@id", address.of(by)).add("name",
                                by.name().fr()));
    }

    private static JsonArrayBuilder names(Entry entry) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        entry.name().all().forEach(
                (language, name) -> names
                        .add(Json.createObjectBuilder().add("@language", language).add("@value", name)));
        return names;
    }

    private JsonObjectBuilder channel(Entry.Offer offer) {
        JsonObjectBuilder channel = Json.createObjectBuilder().add("@type", "ServiceChannel")
                .add("@id", address.of(offer))
                .add("servicePhone",
                        Json.createObjectBuilder().add("@type", "ContactPoint").add("telephone", offer.phone()));
        JsonArrayBuilder hours = Json.createArrayBuilder();
        offer.openings()
                .forEach(opening -> hours.add(Json.createObjectBuilder().add("@type", "OpeningHoursSpecification")
                        .add("dayOfWeek", titleCase(opening.day().name())).add("opens", opening.opens().toString())
                        .add("closes", opening.closes().toString())));
        channel.add("hoursAvailable", hours);
        if (offer.where() instanceof Where.At at)
            channel.add("serviceLocation", place(at.place()));
        return channel;
    }

    private JsonObjectBuilder place(Entry.Place place) {
        String commune = Scheme.COMMUNE.find(place.commune()).orElseThrow().label("fr").text();
        return Json.createObjectBuilder().add("@type", "Place").add("@id", address.of(place)).add("address",
                Json.createObjectBuilder().add("@type", "PostalAddress")
                        .add("streetAddress", place.streetFr() + " " + place.number())
                        .add("postalCode", place.postcode())
                        .add("addressLocality", commune).add("addressCountry", "BE"));
    }

    private static String titleCase(String day) {
        return day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT);
    }
}
