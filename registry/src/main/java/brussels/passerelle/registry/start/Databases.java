package brussels.passerelle.registry.start;

import javax.sql.DataSource;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The two doors to the database: one that may change rows, one that may change the schema and is used at start only. */
@Singleton
public class Databases {
    @Produces
    @Resource(lookup = "java:jboss/datasources/Registry")
    DataSource application;

    @Resource(lookup = "java:jboss/datasources/RegistryOwner")
    DataSource owner;

    DataSource owner() {
        return owner;
    }
}
