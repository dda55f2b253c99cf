package brussels.passerelle.consent.store;

import brussels.passerelle.consent.wall.Migration;
import brussels.passerelle.edge.problem.Trace;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;

/** At start, removes what a crash left: half-received files at once, files nobody refers to in the background. */
@Singleton
public class Sweep {
    private static final System.Logger LOG = System.getLogger(Sweep.class.getName());
    private final FileContents files;
    private final Blobs blobs;

    @Inject
    Sweep(FileContents files, Blobs blobs) {
        this.files = files;
        this.blobs = blobs;
    }

    void start(@Observes @Priority(Migration.DONE + 1) Startup start) throws IOException {
        files.sweepIncoming();
        Thread.ofPlatform().name("store-sweep").daemon().start(this::orphans);
    }

    private void orphans() {
        try {
            files.forEach(hash -> blobs.collect(List.of(hash)));
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.WARNING, "sweep stopped: {0}", Trace.of(failed));
        }
    }
}
