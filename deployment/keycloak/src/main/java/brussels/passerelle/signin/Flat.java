package brussels.passerelle.signin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;

/** JSON objects of texts and whole numbers, and base64url, read strictly: one spelling, no member twice, nothing after. Pure. */
final class Flat {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private Flat() {}

    static Optional<Map<String, Object>> object(byte[] utf8) {
        try (var in = JSON.createParser(
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString())) {
            var members = new HashMap<String, Object>();
            if (in.nextToken() != JsonToken.START_OBJECT)
                return Optional.empty();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                var name = in.currentName();
                switch (in.nextToken()) {
                    case VALUE_STRING -> members.put(name, in.getText());
                    case VALUE_NUMBER_INT -> members.put(name, in.getIntValue());
                    case null, default -> {
                        return Optional.empty();
                    }
                }
            }
            var whole = in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null;
            return whole ? Optional.of(Map.copyOf(members)) : Optional.empty();
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /** The bytes, when the text is their one spelling. */
    static Optional<byte[]> base64url(String text) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            return base64url(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
