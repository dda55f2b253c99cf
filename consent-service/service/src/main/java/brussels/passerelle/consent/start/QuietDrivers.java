package brussels.passerelle.consent.start;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps the database layer from logging what it was given: when a statement fails, Hibernate writes the driver's message,
 * and that quotes values. Every failure still reaches our own log, as a trace without messages.
 */
@Singleton
public class QuietDrivers {
    /** Held, or the level would go with the garbage. */
    private final Logger quiet = Logger.getLogger("org.hibernate.engine.jdbc.spi.SqlExceptionHelper");

    void quieten(@Observes @Priority(1) Startup start) {
        quiet.setLevel(Level.OFF);
    }
}
