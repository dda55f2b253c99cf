package brussels.passerelle.client;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/// Names and values as forms and queries write them.
final class Form {
    private Form() {}

    static String of(String... namesAndValues) {
        var form = new StringJoiner("&");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> members = new LinkedHashMap<>();
        String query = uri.getRawQuery();
        for (String member : query == null ? new String[0] : query.split("&", -1)) {
            int equals = member.indexOf('=');
            if (equals < 0)
                continue;
            members.put(member.substring(0, equals),
                    URLDecoder.decode(member.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return members;
    }
}
