package brussels.passerelle.registry.start;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

import brussels.passerelle.registry.demo.Generator;
import brussels.passerelle.registry.describe.Projection;
import brussels.passerelle.registry.publish.Publish;

/** Brings the registry up, in order, and says how long each step took. */
@Singleton
public class Start {
    private static final System.Logger LOG = System.getLogger(Start.class.getName());

    private final Databases databases;
    private final Publish publish;
    private final Projection projection;
    private final boolean demo;

    @Inject
    Start(Databases databases, Publish publish, Projection projection,
            @ConfigProperty(name = "passerelle.demo", defaultValue = "false") boolean demo) {
        this.databases = databases;
        this.publish = publish;
        this.projection = projection;
        this.demo = demo;
    }

    void up(@Observes Startup startup) {
        step("schema", this::migrate);
        if (demo)
            step("demo data", () -> publish.first(() -> Generator.generate(Generator.SEED)));
        step("projection", projection::rebuild);
    }

    private void migrate() {
        Flyway.configure(Start.class.getClassLoader()).dataSource(databases.owner())
                .locations("classpath:db/edge", "classpath:db/migration").load().migrate();
    }

    private static void step(String name, Runnable work) {
        Instant begun = Instant.now();
        work.run();
        LOG.log(System.Logger.Level.INFO, "registry start: {0} in {1} ms", name,
                Long.toString(Duration.between(begun, Instant.now()).toMillis()));
    }
}
