package brussels.passerelle.registry.entry;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import brussels.passerelle.registry.published.Entry;
import brussels.passerelle.registry.published.Texts;
import brussels.passerelle.registry.published.Where;

/** A place with its address. A confidential one (a refuge) has no public form: only its commune may be told. */
@Entity
public class Place {
    @Id
    private String id;
    @Embedded
    private Texts name;
    @Column(name = "street_fr")
    private String streetFr;
    @Column(name = "street_nl")
    private String streetNl;
    private String number;
    private String postcode;
    private String commune;
    @Column(name = "step_free")
    private boolean stepFree;
    private boolean confidential;

    @SuppressWarnings("NullAway.Init")
    protected Place() {}

    /** The address is given complete; what {@code confidential} keeps from the public is all of it. */
    public Place(Entry.Place address, boolean confidential) {
        this.id = address.id();
        this.name = address.name();
        this.streetFr = address.streetFr();
        this.streetNl = address.streetNl();
        this.number = address.number();
        this.postcode = address.postcode();
        this.commune = address.commune();
        this.stepFree = address.stepFree();
        this.confidential = confidential;
    }

    public Optional<Entry.Place> published() {
        return where() instanceof Where.At at ? Optional.of(at.place()) : Optional.empty();
    }

    Where where() {
        if (confidential)
            return new Where.Confidential(commune);
        return new Where.At(new Entry.Place(id, name, streetFr, streetNl, number, postcode, commune, stepFree));
    }
}
