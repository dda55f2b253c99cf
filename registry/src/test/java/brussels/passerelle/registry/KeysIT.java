package brussels.passerelle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.json.JsonObject;

import org.junit.jupiter.api.Test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import brussels.passerelle.protocol.agency.KeyStatement;
import brussels.passerelle.protocol.agency.KeyUse;
import brussels.passerelle.protocol.agency.PublishedKeys;
import brussels.passerelle.registry.harness.Call;
import brussels.passerelle.registry.harness.ServerTest;

/** Organisations as wallets meet them, and who may say which keys are theirs. */
class KeysIT extends ServerTest {
    private static final String PORTAL = "http://localhost:10480";

    @Test
    void organisationsAreFoundByNameAndPaged() {
        assertEquals("cpas-molenbeek", items("/organisations?q=cpas+molenbek").getFirst().getString("id"));
        assertEquals("abri-du-canal", items("/organisations?q=kanaalschuilplats&lang=nl").getFirst().getString("id"));
        var paged = new ArrayList<String>();
        String next = "";
        do {
            JsonObject page = Call.get("/organisations?limit=9" + next).json(200);
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> paged.add(item.getString("id")));
            next = page.containsKey("next") ? "&cursor=" + page.getString("next") : null;
        } while (next != null);
        assertEquals(items("/organisations?limit=200").stream().map(item -> item.getString("id")).toList(), paged);
    }

    @Test
    void servicesOfAnOrganisation() {
        assertEquals(7, items("/organisations/cpas-molenbeek/services").size());
        Call.get("/organisations/nobody/services").problem(404, "notFound");
    }

    @Test
    void anAdministratorPublishesAndEverybodyReads() {
        Call.get("/organisations/relais-logement/keys").problem(404, "notFound");
        String keys = keys("relais-logement");
        put("relais-logement").by("relais-logement", "agency-admin").json(keys).send(200);
        assertEquals(keys, Call.get("/organisations/relais-logement/keys").send(200).body());
        var lendable = items("/organisations?lendable=true");
        assertEquals(List.of("relais-logement"), lendable.stream().map(item -> item.getString("id")).toList());
        assertTrue(lendable.getFirst().getBoolean("lendable"));
    }

    @Test
    void strangersMeetOneAndTheSameAnswer() {
        String keys = keys("abri-du-canal");
        String foreign = put("abri-du-canal").by("cpas-molenbeek", "agency-admin").json(keys).problem(404, "notFound");
        assertEquals(foreign, put("nobody").by("cpas-molenbeek", "agency-admin").json(keys).problem(404, "notFound"));
        assertEquals(foreign, put("abri-du-canal").by("abri-du-canal", "worker").json(keys).problem(404, "notFound"));
        assertEquals(foreign, put("abri-du-canal").by(null, "holder").json(keys).problem(404, "notFound"));
        put("abri-du-canal").json(keys).problem(401, "sessionEnded");
        put("abri-du-canal").as("consent-api", "abri-du-canal", List.of("agency-admin")).json(keys).problem(401,
                "sessionEnded");
        Call.get("/organisations/abri-du-canal/keys").problem(404, "notFound");
    }

    @Test
    void whatTheRootDidNotSignIsRefused() {
        String keys = keys("abri-du-canal");
        for (String bad : List.of("{}", "[]", "nonsense", keys("cpas-molenbeek"), keys.replace("accueil", "ailleurs"),
                keys.replaceFirst("\"statements\":\\[\"ey", "\"statements\":[\"ex"),
                keys.replaceFirst("\\{", "{\"more\":1,")))
            put("abri-du-canal").by("abri-du-canal", "agency-admin").json(bad).problem(422, "badStatement");
        Call.get("/organisations/abri-du-canal/keys").problem(404, "notFound");
    }

    @Test
    void onlyThePortalsPagesMayWrite() {
        var asked = Call.of("OPTIONS", "/organisations/abri-du-canal/keys").with("Access-Control-Request-Method",
                "PUT");
        var portal = asked.with("Origin", PORTAL).send(204).headers();
        assertEquals(PORTAL, portal.firstValue("Access-Control-Allow-Origin").orElse(""));
        assertTrue(portal.firstValue("Access-Control-Allow-Headers").orElse("").contains("DPoP"));
        assertFalse(asked.with("Origin", "https://anybody.example").send(204).headers()
                .firstValue("Access-Control-Allow-Origin").isPresent());
        var refused = put("abri-du-canal").with("Origin", PORTAL).with("Authorization", "DPoP a.b.c").send(401)
                .headers();
        assertEquals(List.of(PORTAL), refused.allValues("Access-Control-Allow-Origin"));
    }

    private static Call put(String organisation) {
        return Call.of("PUT", "/organisations/" + organisation + "/keys");
    }

    private static List<JsonObject> items(String path) {
        return Call.get(path).json(200).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static String keys(String agency) {
        try {
            ECKey root = new ECKeyGenerator(Curve.P_256).generate();
            var names = Map.of("fr", "Accueil", "nl", "Onthaal", "en", "Reception", "de", "Empfang", "ar", "الاستقبال");
            var statements = List.of(statement(agency, KeyUse.ENC, root), statement(agency, KeyUse.SIG, root));
            var function = new PublishedKeys.PublishedFunction("accueil", names, statements);
            return new String(new PublishedKeys(agency, root.toPublicJWK(), List.of(function)).json(),
                    StandardCharsets.UTF_8);
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String statement(String agency, KeyUse use, ECKey root) throws JOSEException {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK();
        return new KeyStatement(agency, new KeyStatement.Function("accueil"), use, key,
                Instant.parse("2026-11-22T15:00:00Z"), null).sign(root);
    }
}
