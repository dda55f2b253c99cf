package brussels.passerelle.registry.entry;

import java.util.stream.Stream;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Fold;
import brussels.passerelle.registry.published.Texts;
import brussels.passerelle.vocab.Scheme;

/** An institution as it describes itself. */
@Entity
public class Organisation {
    @Id
    private String id;
    @Embedded
    private Texts name;
    private String sector;
    private String commune;
    private String phone;
    private boolean fictitious;
    /** The folded names and commune, by which the search for organisations finds it; read by queries only. */
    @SuppressWarnings("UnusedVariable")
    private String folded;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    public Organisation(Entry.Organisation described) {
        this.id = described.id();
        this.name = described.name();
        this.sector = described.sector();
        this.commune = described.commune();
        this.phone = described.phone();
        this.fictitious = described.fictitious();
        this.folded = folded(described);
    }

    public Entry.Organisation published() {
        return new Entry.Organisation(id, name, sector, commune, phone, fictitious);
    }

    private static String folded(Entry.Organisation described) {
        var communes = Scheme.COMMUNE.find(described.commune()).orElseThrow().labels().values().stream();
        return Fold.text(String.join(" ", Stream.concat(described.name().all().values().stream(), communes).toList()));
    }
}
