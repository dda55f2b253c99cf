package brussels.passerelle.consent.wall;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything else starts; the only use of the owner's role. */
@Singleton
public class Migration {
    /** What needs the schema starts at this priority or later. */
    public static final int DONE = 100;

    @Resource(lookup = "java:jboss/datasources/ConsentOwner")
    DataSource owner;

    void migrate(@Observes @Priority(DONE - 1) Startup start) {
        Flyway.configure(Migration.class.getClassLoader()).dataSource(owner)
                .locations("classpath:db/edge", "classpath:db/consent").load().migrate();
    }
}
