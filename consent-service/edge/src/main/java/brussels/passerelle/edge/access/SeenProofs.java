package brussels.passerelle.edge.access;

import brussels.passerelle.edge.once.EdgeTables;
import brussels.passerelle.edge.problem.Failure;
import com.nimbusds.oauth2.sdk.dpop.verifiers.DPoPProofUse;
import com.nimbusds.oauth2.sdk.util.singleuse.SingleUseChecker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The single-use store every server of a node shares. The row is committed without waiting for the disk: a proof is
 * worth a minute, and a crash of the database server takes longer than the few milliseconds that could be lost.
 */
@Singleton
public class SeenProofs implements SingleUseChecker<DPoPProofUse> {
    private static final String REMEMBER = """
            with quick as materialized (select set_config('synchronous_commit', 'off', true))
            insert into edge_proof (proof, until) select ?, ? from quick on conflict do nothing""";
    private final EdgeTables tables;
    private final Clock clock;
    private final AtomicInteger turns = new AtomicInteger();

    @Inject
    SeenProofs(EdgeTables tables, Clock clock) {
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public void markAsUsed(DPoPProofUse use) {
        var proof = EdgeTables.hash(use.getIssuer().getValue(), use.getJWTID().getValue());
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        var until = now.plus(Proofs.MAX_AGE).plus(Proofs.SKEW).plus(Proofs.SKEW);
        if (turns.incrementAndGet() % 512 == 0) {
            tables.update("delete from edge_proof where until < ?", now);
        }
        if (tables.update(REMEMBER, proof, until) == 0) {
            // Not the library's exception: it would come back as any bad proof.
            throw Failure.Plain.PROOF_REPLAYED.refused();
        }
    }
}
