package brussels.passerelle.protocol.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.protocol.Damaged;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"a\"", "null", "{}x", "{} {}", "{,}", "{\"a\":1,}", "{\"a\":1 \"b\":2}",
            "{\"a\":1,\"a\":2}", "{\"a\":{\"b\":1,\"b\":2}}", "{'a':1}", "{a:1}", "{\"a\":01}", "{\"a\":+1}",
            "{\"a\":.5}",
            "{\"a\":1.}", "{\"a\":NaN}", "{\"a\":9223372036854775808}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12g4\"}", "{\"a\":\"\\u０１２３\"}", "{\"a\":tru}", "{\"a\":1}/*c*/", "\ufeff{}", "{\"a\":[1,]}"})
    void sloppyJsonIsRefused(String text) {
        assertThrows(Damaged.class, () -> Json.parse(text.getBytes(UTF_8)));
    }

    @Test
    void malformedUtf8IsRefused() {
        assertThrows(Damaged.class, () -> Json.parse(new byte[]{'{', '"', (byte) 0xc3, '"', ':', '1', '}'}));
    }

    @Test
    void depthIsBounded() throws Damaged {
        Json.parse(("{\"a\":" + "[".repeat(31) + "]".repeat(31) + "}").getBytes(UTF_8));
        String deep = "{\"a\":" + "[".repeat(32) + "]".repeat(32) + "}";
        assertThrows(Damaged.class, () -> Json.parse(deep.getBytes(UTF_8)));
        String abyss = "{\"a\":" + "[".repeat(1_000_000);
        assertThrows(Damaged.class, () -> Json.parse(abyss.getBytes(UTF_8)));
    }

    @Property
    void whatIsWrittenIsRead(@ForAll @UniqueElements List<String> names,
            @ForAll @LongRange(min = -(1L << 53) + 1, max = (1L << 53) - 1) long number) throws Damaged {
        if (!names.stream().allMatch(UTF_8.newEncoder()::canEncode))
            return; // lone surrogates have no canonical form
        var object = Json.object("n", number, "list", names, "none", null);
        for (String name : names)
            object.putIfAbsent(name, Map.of(name, name));
        String text = Json.write(object);
        assertEquals(object, Json.parse(text.getBytes(UTF_8)));
        assertEquals(text, Json.write(Json.parse(text.getBytes(UTF_8))));
    }

    @Test
    void whatHasNoCanonicalFormIsNotWritten() {
        for (Object value : new Object[]{1.5, 1L << 53, "\ud800", 'c'}) {
            assertThrows(IllegalArgumentException.class, () -> Json.write(value));
        }
    }

    @Test
    void membersNobodyAskedForAreRefused() throws Damaged {
        var fields = Fields.of("{\"suite\":1,\"extra\":null}".getBytes(UTF_8)).suite1();
        assertThrows(Damaged.class, fields::end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T15:00:00.000Z", "2026-11-22T15:00:00+00:00", "2026-11-22 15:00:00Z",
            "2026-02-30T15:00:00Z", "2026-11-22T25:00:00Z", "2026-11-22T15:00Z"})
    void timesHaveOneForm(String time) {
        var fields = Fields.of(Json.object("at", time));
        assertThrows(Damaged.class, () -> fields.time("at"));
    }
}
