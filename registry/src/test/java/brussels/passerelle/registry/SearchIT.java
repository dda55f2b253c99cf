package brussels.passerelle.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;

import org.junit.jupiter.api.Test;

import brussels.passerelle.registry.harness.Call;
import brussels.passerelle.registry.harness.ServerTest;

/** Somebody looks for a place to go, as a person with a plain browser and as a program. */
class SearchIT extends ServerTest {
    private static final String JSON = "application/json";

    @Test
    void findsByNeedAndCommuneOnAPlainPage() {
        String page = Call.get("/search?need=shower&commune=21004&lang=fr").accept("text/html").send(200).body();
        assertTrue(page.contains("data-view=\"registry-search\"") && page.contains("data-results"));
        assertTrue(page.contains("href=\"/id/offer/abri-du-canal-accueil-de-jour-1?lang=fr\""), page);
        assertTrue(page.contains("data-reason=\"need\"") && page.contains("data-reason=\"commune\""));
    }

    @Test
    void everyResultMeetsTheQuestionAndSaysWhy() {
        for (JsonObject item : items("/search?need=sleep&commune=1000&target=women")) {
            assertTrue(strings(item, "communes").contains("21004"), item.toString());
            assertTrue(List.of("women", "everyone").stream().anyMatch(strings(item, "targets")::contains),
                    item.toString());
            var parts = new HashSet<String>();
            item.getJsonArray("why").getValuesAs(JsonObject.class).forEach(why -> parts.add(why.getString("part")));
            assertEquals(new HashSet<>(List.of("need", "commune", "target")), parts);
        }
    }

    @Test
    void forgivesAccentsAndMistakesInFourLanguagesAndArabic() {
        for (String word : List.of("doche", "DOUCHES", "duches", "showr", "Dushe",
                "%D8%AD%D9%85%D8%A7%D9%85%D8%A7%D8%AA")) {
            var found = items("/search?limit=200&q=" + word);
            assertTrue(found.stream().anyMatch(item -> strings(item, "needs").contains("shower")), word);
        }
        assertEquals(List.of(), items("/search?q=zzyzxqw"));
    }

    @Test
    void pagesByCursorWithoutLossOrRepetition() {
        List<String> whole = new ArrayList<>();
        items("/search?q=social&limit=200").forEach(item -> whole.add(item.getString("id")));
        var paged = new ArrayList<String>();
        String next = "";
        do {
            JsonObject page = Call.get("/search?q=social&limit=7" + next).accept(JSON).json(200);
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> paged.add(item.getString("id")));
            next = page.containsKey("next") ? "&cursor=" + page.getString("next") : null;
        } while (next != null);
        assertTrue(whole.size() > 14, whole.size() + " found");
        assertEquals(whole, paged);
    }

    @Test
    void countsWhatItShows() {
        JsonObject page = Call.get("/search?need=safePlace&limit=200").accept(JSON).json(200);
        assertEquals(page.getInt("count"), page.getJsonArray("items").size());
    }

    @Test
    void aRefugeIsFoundByNeedAndCommuneAndItsAddressNowhere() {
        var refuges = items("/search?need=safePlace&limit=200").stream()
                .filter(item -> item.getJsonObject("where").getString("kind").equals("confidential")).toList();
        assertFalse(refuges.isEmpty());
        for (JsonObject refuge : refuges) {
            assertEquals(1, refuge.getJsonObject("where").size(), refuge.toString());
            String id = refuge.getString("id").replaceAll("-1$", "");
            Call.get("/id/place/" + id + "-refuge").problem(404, "notFound");
            for (String ending : List.of("", ".ttl", ".jsonld", ".nt")) {
                String text = Call.get("/id/offer/" + refuge.getString("id") + ending).send(200).body();
                assertFalse(text.contains(id + "-refuge") || text.contains("streetAddress"), text);
            }
        }
    }

    @Test
    void aCursorOrCodeThatIsNotOursIsRefusedInTheReadersLanguage() {
        Call.get("/search?cursor=abc").accept(JSON).problem(400, "badCursor");
        Call.get("/search?need=gold").accept(JSON).problem(400, "badInput");
        Call.get("/search").accept("image/png").problem(406, "notAcceptable");
        String page = Call.get("/search?need=gold&lang=nl").accept("text/html").send(400).body();
        assertTrue(page.contains("<html lang=\"nl\"") && page.contains("data-message=\"badInput\""), page);
        assertFalse(page.contains("gold"), "input is not echoed");
    }

    private static List<JsonObject> items(String path) {
        return Call.get(path).accept(JSON).json(200).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private static List<String> strings(JsonObject item, String member) {
        return item.getJsonArray(member).getValuesAs(JsonString::getString);
    }
}
