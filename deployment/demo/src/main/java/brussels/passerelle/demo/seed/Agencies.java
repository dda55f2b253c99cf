package brussels.passerelle.demo.seed;

import java.util.List;
import java.util.Map;

import brussels.passerelle.client.Agency.FunctionName;

/** The functions to which the demo agencies can be lent. */
final class Agencies {
    static final String CPAS = "cpas-molenbeek";
    static final String CPAS_NAME = "CPAS de Molenbeek (fictif)";
    static final FunctionName RECEPTION = new FunctionName("accueil",
            Map.of("fr", "Accueil social", "nl", "Sociaal onthaal", "en",
                    "Social reception desk", "de", "Sozialer Empfang", "ar", "الاستقبال الاجتماعي"));
    static final FunctionName HOUSING = new FunctionName("logement",
            Map.of("fr", "Service logement", "nl", "Dienst huisvesting", "en",
                    "Housing service", "de", "Wohnungsdienst", "ar", "خدمة السكن"));

    private Agencies() {}

    static List<FunctionName> functions(String agency) {
        return switch (agency) {
            case CPAS -> List.of(RECEPTION, HOUSING);
            case "abri-du-canal" -> List.of(RECEPTION);
            case "relais-logement" -> List.of(HOUSING);
            default -> throw new IllegalArgumentException(agency);
        };
    }
}
