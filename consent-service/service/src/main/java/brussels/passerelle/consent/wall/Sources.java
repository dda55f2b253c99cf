package brussels.passerelle.consent.wall;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;

/** The application's datasource, under the role that owns nothing. */
final class Sources {
    @Produces
    @Resource(lookup = "java:jboss/datasources/Consent")
    DataSource application;
}
