package brussels.passerelle.registry.entry;

import java.util.List;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Texts;

/** A service as a concept: what an organisation does, wherever it does it. */
@Entity
public class Service {
    @Id
    private String id;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "organisation")
    private Organisation organisation;
    private String type;
    @Embedded
    private Texts name;
    @Embedded
    @AttributeOverride(name = "fr", column = @Column(name = "summary_fr"))
    @AttributeOverride(name = "nl", column = @Column(name = "summary_nl"))
    @AttributeOverride(name = "en", column = @Column(name = "summary_en"))
    @AttributeOverride(name = "de", column = @Column(name = "summary_de"))
    @AttributeOverride(name = "ar", column = @Column(name = "summary_ar"))
    private Texts summary;
    private String[] needs;
    private String[] targets;
    private String[] evidence;

    @SuppressWarnings("NullAway.Init")
    protected Service() {}

    public Service(Entry.Service described, Organisation organisation) {
        this.id = described.id();
        this.organisation = organisation;
        this.type = described.type();
        this.name = described.name();
        this.summary = described.summary();
        this.needs = described.needs().toArray(String[]::new);
        this.targets = described.targets().toArray(String[]::new);
        this.evidence = described.evidence().toArray(String[]::new);
    }

    public Entry.Service published() {
        return new Entry.Service(id, name, summary, type, organisation.published(), List.of(needs), List.of(targets),
                List.of(evidence));
    }
}
