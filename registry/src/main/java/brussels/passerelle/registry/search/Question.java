package brussels.passerelle.registry.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The address of a question, for links and for the language menu. */
public final class Question {
    private Question() {}

    /** Path and query without {@code lang}; the same criteria give the same address. */
    public static String address(Criteria criteria, @Nullable String cursor) {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "q", criteria.text());
        put(parameters, "need", criteria.need());
        put(parameters, "commune", criteria.commune());
        put(parameters, "target", criteria.target());
        put(parameters, "cursor", cursor);
        String query = parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/search" : "/search?" + query;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty())
            parameters.put(name, value);
    }
}
