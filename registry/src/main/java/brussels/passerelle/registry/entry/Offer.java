package brussels.passerelle.registry.entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import org.jspecify.annotations.Nullable;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Opening;
import brussels.passerelle.registry.published.Where;

/** A local offer of a service: at one place, or by a team that comes to some communes. */
@Entity
public class Offer {
    @Id
    private String id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "service")
    private Service service;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "place")
    private @Nullable Place place;
    private String[] communes;
    private String[] languages;
    private String admission;
    private String phone;
    @ElementCollection
    @CollectionTable(name = "opening", joinColumns = @JoinColumn(name = "offer"))
    private List<OpeningRow> openings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Offer() {}

    /** Given at the place or, when that is null, by a team that comes to the communes. */
    public Offer(String id, Service service, @Nullable Place place, List<String> communes, Terms terms) {
        this.id = id;
        this.service = service;
        this.place = place;
        this.communes = communes.toArray(String[]::new);
        this.languages = terms.languages().toArray(String[]::new);
        this.admission = terms.admission();
        this.phone = terms.phone();
        terms.openings().stream().map(OpeningRow::of).forEach(openings::add);
    }

    public Entry.Offer published() {
        Where where = place == null ? new Where.Around(List.of(communes)) : place.where();
        List<Opening> week = openings.stream().map(OpeningRow::opening)
                .sorted(Comparator.comparing(Opening::day).thenComparing(Opening::opens)).toList();
        return new Entry.Offer(id, service.published(), where, List.of(languages), admission, phone, week);
    }

    /** On which terms people are received. */
    public record Terms(List<String> languages, String admission, String phone, List<Opening> openings) {}
}
