package brussels.passerelle.registry.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import brussels.passerelle.registry.demo.Catalogue.Setting;
import brussels.passerelle.registry.demo.Catalogue.Street;
import brussels.passerelle.registry.demo.Catalogue.Template;
import brussels.passerelle.registry.entry.Directory;
import brussels.passerelle.registry.entry.Offer;
import brussels.passerelle.registry.entry.Organisation;
import brussels.passerelle.registry.entry.Place;
import brussels.passerelle.registry.entry.Service;
import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Texts;
import brussels.passerelle.vocab.Communes;
import brussels.passerelle.vocab.Concept;
import brussels.passerelle.vocab.Scheme;

/** Makes the same directory from the same seed, on every machine: {@link Random} is specified to the bit. */
public final class Generator {
    /** The seed of the demonstration. */
    public static final long SEED = 20_261_122L;

    private static final List<Concept> COMMUNES = Scheme.COMMUNE.concepts();
    private static final List<String> NAMED = List.of("cpas-molenbeek", "abri-du-canal", "relais-logement");

    private final Random random;
    private final Catalogue catalogue = Catalogue.read();
    private final List<Organisation> organisations = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();

    private Generator(long seed) {
        this.random = new Random(seed);
    }

    public static Directory generate(long seed) {
        var generator = new Generator(seed);
        Societies.of(generator.catalogue).forEach(generator::describe);
        return new Directory(generator.organisations, generator.places, generator.services, generator.offers);
    }

    private void describe(Entry.Organisation society) {
        var organisation = new Organisation(society);
        organisations.add(organisation);
        List<Place> sites = sites(society);
        for (Template template : catalogue.of(society.sector())) {
            boolean keeps = random.nextInt(100) < 85 || NAMED.contains(society.id())
                    || society.sector().equals("publicSocialAid");
            if (keeps)
                describe(society, organisation, template, sites);
        }
    }

    private void describe(Entry.Organisation society, Organisation organisation, Template template, List<Place> sites) {
        String id = society.id() + "-" + template.key();
        var service = new Service(new Entry.Service(id, template.name(), summary(template), template.type(), society,
                template.needs(), template.targets(), template.evidence()), organisation);
        services.add(service);
        var terms = new Offer.Terms(languages(), template.admission(), Societies.phone(1000 + services.size()),
                template.week().openings());
        switch (template.setting()) {
            case PLACE -> IntStream.range(0, 1 + random.nextInt(sites.size()))
                    .forEach(n -> offers.add(new Offer(id + "-" + (n + 1), service, sites.get(n), List.of(), terms)));
            case SECRET -> offers.add(new Offer(id + "-1", service, secret(id, society), List.of(), terms));
            case MOBILE -> offers.add(new Offer(id + "-1", service, null, rounds(society.commune()), terms));
        }
    }

    /** One to three sites; the first is in the organisation's own commune. */
    private List<Place> sites(Entry.Organisation society) {
        int many = society.sector().equals("publicSocialAid") ? 1 : 1 + random.nextInt(3);
        return IntStream.range(0, many).mapToObj(n -> {
            String commune = n == 0 ? society.commune() : any(COMMUNES).notation();
            String label = Scheme.COMMUNE.find(commune).orElseThrow().label("fr").text();
            String dutch = Scheme.COMMUNE.find(commune).orElseThrow().label("nl").text();
            var name = new Texts(society.name().fr() + " – " + label, society.name().nl() + " – " + dutch, null, null,
                    null);
            Place site = new Place(address(society.id() + "-site-" + (n + 1), name, commune), false);
            places.add(site);
            return site;
        }).toList();
    }

    private Place secret(String id, Entry.Organisation society) {
        var name = new Texts("Refuge " + id, "Vluchthuis " + id, null, null, null);
        Place refuge = new Place(address(id + "-refuge", name, society.commune()), true);
        places.add(refuge);
        return refuge;
    }

    private Entry.Place address(String id, Texts name, String commune) {
        Street street = any(catalogue.streets());
        return new Entry.Place(id, name, street.fr(), street.nl(), String.valueOf(1 + random.nextInt(240)),
                postCode(commune),
                commune, random.nextInt(3) > 0);
    }

    private List<String> rounds(String home) {
        Stream<String> others = random.ints(3, 0, COMMUNES.size()).mapToObj(n -> COMMUNES.get(n).notation());
        return Stream.concat(Stream.of(home), others).distinct().toList();
    }

    private List<String> languages() {
        List<Concept> all = Scheme.LANGUAGE.concepts();
        Stream<String> others = random.ints(random.nextInt(4), 0, all.size()).mapToObj(n -> all.get(n).notation());
        return Stream.concat(Stream.of("FRA", "NLD"), others).distinct().toList();
    }

    /** What the type of service means, where the vocabulary says it; else its name again. */
    private static Texts summary(Template template) {
        var said = Scheme.SERVICE_TYPE.find(template.type()).orElseThrow().definitions();
        Texts name = template.name();
        return new Texts(said.getOrDefault("fr", name.fr()), said.getOrDefault("nl", name.nl()), said.get("en"),
                said.get("de"),
                said.get("ar"));
    }

    private static String postCode(String commune) {
        return IntStream.rangeClosed(1000, 1210).mapToObj(String::valueOf)
                .filter(code -> Optional.of(commune).equals(Communes.byPostCode(code).map(Concept::notation)))
                .findFirst()
                .orElseThrow();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
