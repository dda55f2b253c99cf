package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;

import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.derive.SignInSecrets;
import brussels.passerelle.protocol.keyset.AccountKeys;
import com.nimbusds.jose.jwk.ECKey;

/** One holder and one worker whom every attack is aimed at, with what the node keeps of them. */
final class Prey implements AutoCloseable {
    static final String LETTER = "Lettre du juge";
    static final String LEASE = "Bail du premier étage";
    static final String SCAN = "Dossier numérisé";
    /** Drawn in the papers: whatever an attack does, it is on no screen. */
    static final String SENTENCE = "Le tribunal convoque en audience.";
    private static final int THREE_SEGMENTS = (2 << 20) + 4321;

    final Regular holder;
    final Regular worker;
    final String letter;
    final String lease;
    final String scan;
    /** Of the letter and of the lease, to the same team. */
    final String loan;
    final String other;
    /** What the node kept before the second loan was made. */
    final byte[] olderManifest;
    final byte[] keyset;
    final byte[] agencyKeys;

    static Prey of(RunningDemo demo) {
        try {
            return new Prey(demo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Prey(RunningDemo demo) throws IOException {
        holder = Regular.holder(demo, "Cible");
        worker = Regular.worker(demo);
        letter = holder.keep(LETTER, "courtPaper", Papers.pdf(SENTENCE));
        lease = holder.keep(LEASE, "lease", Papers.pdf("Un bail"));
        scan = holder.keep(SCAN, "lease", large(Papers.pdf(SENTENCE)));
        loan = holder.lend(letter, Duration.ofDays(1));
        olderManifest = holder.session().api().bytes("/manifest");
        other = holder.lend(lease, Duration.ofDays(1));
        keyset = holder.session().api().bytes("/keyset");
        agencyKeys = new Web().get(demo.registry("/organisations/" + Holder.AGENCY + "/keys")).body().getBytes();
        assertArrayEquals(keyset, holder.session().api().bytes("/keyset"), "the same each time it is asked for");
    }

    /** Spaces after its end do not change a PDF. */
    private static byte[] large(byte[] pdf) {
        var large = Arrays.copyOf(pdf, THREE_SEGMENTS);
        Arrays.fill(large, pdf.length, large.length, (byte) ' ');
        return large;
    }

    AccountKeys keys() throws IOException {
        return holder.session().wallet().keys();
    }

    String account() {
        return holder.session().account();
    }

    /** What only the passphrase gives: the attacks that pretend to be an older version of ourselves need it. */
    Secret wrapKey(RunningDemo demo) {
        return SignInSecrets.derive(demo.realm(), holder.username(), holder.passphrase().toCharArray()).wrapKey();
    }

    String authSecret(RunningDemo demo) {
        return SignInSecrets.derive(demo.realm(), holder.username(), holder.passphrase().toCharArray()).authSecret();
    }

    /** The public encryption key of a team of the agency. */
    ECKey team(String function) throws IOException {
        return PublishedKeys.parse(agencyKeys).keys(function).encryption().key();
    }

    @Override
    public void close() {
        holder.close();
        worker.close();
    }
}
