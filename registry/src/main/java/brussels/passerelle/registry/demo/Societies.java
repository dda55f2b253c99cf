package brussels.passerelle.registry.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Texts;
import brussels.passerelle.registry.published.Fold;
import brussels.passerelle.vocab.Concept;
import brussels.passerelle.vocab.Scheme;

/** The invented organisations: one public centre per commune, two that the demonstration lends to, and associations. */
final class Societies {
    private static final Map<String, String> SHORT = Map.of("21003", "berchem", "21012", "molenbeek", "21014",
            "saint-josse");

    private Societies() {}

    static List<Entry.Organisation> of(Catalogue catalogue) {
        var all = new ArrayList<Entry.Organisation>();
        Scheme.COMMUNE.concepts().forEach(commune -> all.add(publicCentre(commune, all.size())));
        all.add(society("abri-du-canal", "homelessness", "21004",
                new Texts("L’Abri du Canal", "De Kanaalschuilplaats", "The Canal Shelter", null, "ملجأ القناة"),
                all.size()));
        all.add(society("relais-logement", "housing", "21015",
                new Texts("Relais Logement", "Woonrelais", "Housing Relay", "Wohnrelais", null), all.size()));
        catalogue.societies()
                .forEach(s -> all.add(society(slug(s.name().fr()), s.sector(), s.commune(), s.name(), all.size())));
        return List.copyOf(all);
    }

    static String slug(String name) {
        return Fold.text(name).replace(' ', '-');
    }

    /** No Belgian number starts with 000: nobody's phone rings. */
    static String phone(int number) {
        return "+32 2 000 %02d %02d".formatted(number / 100 % 100, number % 100);
    }

    private static Entry.Organisation publicCentre(Concept commune, int number) {
        String fr = commune.label("fr").text();
        String nl = commune.label("nl").text();
        String slug = SHORT.getOrDefault(commune.notation(), slug(fr));
        String ar = commune.notation().equals("21012") ? "المركز العمومي للعمل الاجتماعي في مولنبيك" : null;
        var name = new Texts("CPAS " + (fr.matches("[AEIOU].*") ? "d’" : "de ") + fr, "OCMW " + nl,
                "CPAS/OCMW of " + fr,
                "ÖSHZ " + commune.label("de").text(), ar);
        return society("cpas-" + slug, "publicSocialAid", commune.notation(), name, number);
    }

    private static Entry.Organisation society(String id, String sector, String commune, Texts name, int number) {
        return new Entry.Organisation(id, fictitious(name), sector, commune, phone(number), true);
    }

    private static Texts fictitious(Texts name) {
        return new Texts(name.fr() + " (fictif)", name.nl() + " (fictief)", marked(name.en(), "fictitious"),
                marked(name.de(), "fiktiv"), marked(name.ar(), "وهمي"));
    }

    private static @Nullable String marked(@Nullable String name, String mark) {
        return name == null ? null : name + " (" + mark + ")";
    }
}
