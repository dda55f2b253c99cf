package brussels.passerelle.registry.harness;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test of the very war that ships, deployed once as the provisioned server boots, with the demonstration's data. */
@ExtendWith(ArquillianExtension.class)
public abstract class ServerTest {}
