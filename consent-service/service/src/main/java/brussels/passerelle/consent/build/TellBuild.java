package brussels.passerelle.consent.build;

import brussels.passerelle.consent.wall.Migration;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Once after each start, as soon as the portal answers: nobody waits for it. */
@Singleton
public class TellBuild {
    private static final System.Logger LOG = System.getLogger(TellBuild.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private final Portal portal;
    private final Builds builds;
    private @Nullable Thread thread;

    @Inject
    TellBuild(Portal portal, Builds builds) {
        this.portal = portal;
        this.builds = builds;
    }

    void start(@Observes @Priority(Migration.DONE + 20) Startup start) {
        thread = Thread.ofPlatform().name("build").daemon().start(this::untilTold);
    }

    void stop(@Observes Shutdown end) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void untilTold() {
        try {
            while (!told()) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean told() throws InterruptedException {
        try {
            var build = portal.build();
            build.ifPresent(builds::tell);
            return build.isPresent();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "the build was not told: {0}", failed.getClass().getName());
            return false;
        }
    }
}
