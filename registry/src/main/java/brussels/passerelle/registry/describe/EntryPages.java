package brussels.passerelle.registry.describe;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.registry.entry.Entries;
import brussels.passerelle.registry.page.Pages;
import brussels.passerelle.registry.page.Words;
import brussels.passerelle.registry.published.Entry;

/** The page of an entry, with what belongs to it. */
@Singleton
class EntryPages {
    private static final int SERVICES = 50;

    private final Pages pages;
    private final Entries entries;
    private final SchemaOrg schemaOrg;

    @Inject
    EntryPages(Pages pages, Entries entries, Projection projection) {
        this.pages = pages;
        this.entries = entries;
        this.schemaOrg = new SchemaOrg(projection.address());
    }

    /** The page; {@code cursor} is the id after which a long list goes on. */
    String page(Words words, Entry entry, @Nullable String cursor) {
        Map<String, Object> model = switch (entry) {
            case Entry.Offer offer -> Map.of("offer", offer, "json", schemaOrg.of(offer));
            case Entry.Service service -> {
                List<Entry.Offer> offers = entries.offersOf(service.id());
                yield Map.of("service", service, "offers", offers, "json", schemaOrg.of(service, offers));
            }
            case Entry.Place place -> Map.of("place", place, "offers", entries.offersAt(place.id()));
            case Entry.Organisation organisation -> services(organisation, cursor == null ? "" : cursor);
        };
        String kind = entry.kind().word();
        String title = words.shown(entry.name()).value();
        return pages.render(words, "registry-" + kind, title, "/id/" + kind + "/" + entry.id(), kind + ".jte", model);
    }

    private Map<String, Object> services(Entry.Organisation organisation, String after) {
        List<Entry.Service> services = entries.servicesOf(organisation.id(), after, SERVICES + 1);
        var model = new HashMap<String, Object>(Map.of("organisation", organisation));
        model.put("services", services.subList(0, Math.min(SERVICES, services.size())));
        if (services.size() > SERVICES)
            model.put("next", services.get(SERVICES - 1).id());
        return model;
    }
}
