package brussels.passerelle.consent.start;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The consent API, at the root of its context {@code /api}. */
@ApplicationPath("/")
@OpenAPIDefinition(info = @Info(title = "Passerelle consent API", version = "1", license = @License(name = "EUPL-1.2", url = "https://eupl.eu/1.2/en/"), description = "Wallets of sealed papers, loans, openings and the log. Errors are RFC 9457; every write takes an Idempotency-Key; lists are paged with cursor and limit."), security = @SecurityRequirement(name = "dpop"))
@SecurityScheme(securitySchemeName = "dpop", type = SecuritySchemeType.HTTP, scheme = "dpop", description = "RFC 9449: Authorization: DPoP <access token>, and a DPoP proof for every request")
public class ConsentApi extends Application {}
