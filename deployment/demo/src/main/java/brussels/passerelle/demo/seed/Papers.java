package brussels.passerelle.demo.seed;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import brussels.passerelle.client.NewPaper;

/** A few papers of somebody who does not exist. */
final class Papers {
    static final String LEASE = "Bail de la chambre, rue fictive 12";

    private Papers() {}

    /**
     * One paper.
     *
     * @param content makes the file's bytes
     */
    record Sample(NewPaper about, Content content) {}

    @FunctionalInterface
    interface Content {
        byte[] bytes() throws IOException;
    }

    static List<Sample> all() {
        return List.of(
                pdf(LEASE, "lease", "2026-03-01", "Bailleur : Résidence Exemple",
                        "Loyer : 480 euros par mois, charges comprises",
                        "Durée : du 1er mars 2026 au 28 février 2027"),
                pdf("Décision du CPAS : revenu d'intégration", "decision", "2026-05-18",
                        "Décision favorable, à partir du 1er mai 2026",
                        "Recours possible dans les trois mois"),
                pdf("Attestation de revenus 2025", "incomeProof", "2026-02-10", "Revenu annuel déclaré : 11 240 euros"),
                new Sample(new NewPaper("Carte d'identité (photo)", "identityCard", "2024-09-02", "image/png"),
                        Picture::card));
    }

    private static Sample pdf(String title, String kind, String date, String... lines) {
        var all = Stream
                .concat(Stream.of("Document de démonstration : personne n'est décrit ici.", ""), Stream.of(lines))
                .toList();
        return new Sample(new NewPaper(title, kind, date, "application/pdf"), () -> Pdf.page(title, all));
    }
}
