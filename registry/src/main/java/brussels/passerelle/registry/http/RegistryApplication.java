package brussels.passerelle.registry.http;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Every address of this server is a resource; the classes are found by scanning. */
@ApplicationPath("/")
public class RegistryApplication extends Application {}
