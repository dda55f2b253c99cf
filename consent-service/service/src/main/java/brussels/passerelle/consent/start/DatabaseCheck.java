package brussels.passerelle.consent.start;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The database answers. */
@Readiness
@Singleton
public class DatabaseCheck implements HealthCheck {
    private final DataSource source;

    @Inject
    DatabaseCheck(DataSource source) {
        this.source = source;
    }

    @Override
    public HealthCheckResponse call() {
        try (var connection = source.getConnection()) {
            return HealthCheckResponse.named("database").status(connection.isValid(2)).build();
        } catch (SQLException down) {
            return HealthCheckResponse.named("database").down().build();
        }
    }
}
