package brussels.passerelle.web;

import brussels.passerelle.look.Language;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * The limits as the consent service publishes them at {@code /api/limits}: one table, asked for when somebody reads it, so that the page can never say
 * anything else than what is enforced.
 */
final class LimitTable implements Function<Language, List<Limit>> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI address;

    LimitTable(String origin) {
        address = URI.create(origin + "/api/limits");
    }

    /** Empty when the service does not answer; the page then says so. */
    @Override
    public List<Limit> apply(Language language) {
        var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept", "application/json")
                .header("Accept-Language", language.code()).build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            return answer.statusCode() == 200 ? parse(answer.body(), language) : List.of();
        } catch (IOException | JsonException unreadable) {
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    static List<Limit> parse(String json, Language language) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(row -> new Limit(row.getString("label"),
                            amount(row.getJsonNumber("amount").longValue(), row.getString("unit"), language)))
                    .toList();
        }
    }

    private static String amount(long amount, String unit, Language language) {
        var numbers = NumberFormat.getInstance(language.locale());
        return switch (unit) {
            case "bytes" -> numbers.format(amount / 1_000_000) + " " + Portal.LABELS.text(language, "limits.megabytes");
            case "days" -> numbers.format(amount) + " " + Portal.LABELS.text(language, "limits.days");
            default -> numbers.format(amount);
        };
    }
}
