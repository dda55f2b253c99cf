package brussels.passerelle.protocol.jose;

import brussels.passerelle.protocol.Damaged;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads one JSON object and nothing beside it. Two readers of one signed text must never see two different things, so doubled
/// members are refused; names are not interned and buffers not kept, because what is read may be secret or hostile.
final class JsonReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();
    private final JsonParser in;

    private JsonReader(JsonParser in) {
        this.in = in;
    }

    static Map<String, @Nullable Object> document(String text) throws Damaged {
        try (var in = JSON.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT)
                throw new Damaged();
            var object = new JsonReader(in).object();
            if (in.nextToken() != null)
                throw new Damaged();
            return object;
        } catch (IOException e) {
            throw new Damaged();
        }
    }

    private Map<String, @Nullable Object> object() throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private List<@Nullable Object> list() throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY)
            items.add(value());
        return items;
    }

    private @Nullable Object value() throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> in.getText();
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new Damaged();
        };
    }
}
