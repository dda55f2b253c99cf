package brussels.passerelle.look;

/**
 * Where the two halves of the house answer.
 *
 * @param portal origin without a final slash, for example {@code http://localhost:8080}; empty on the portal itself
 * @param registry the same for the registry
 */
public record Site(String portal, String registry) {}
