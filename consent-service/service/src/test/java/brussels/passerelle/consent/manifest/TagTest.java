package brussels.passerelle.consent.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Refused;
import brussels.passerelle.protocol.jose.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagTest {
    @Test
    void namesViewAndVersion() {
        var view = Secret.randomId();
        assertEquals(new Tag(view, "\"12\""), Tag.parse("\"" + view + ".12\""));
        assertNull(Tag.parse(null));
    }

    @Test
    void isRefusedWhenItNamesNoView() {
        var view = Secret.randomId();
        for (var wrong : List.of("", "*", "\"12\"", view + ".12", "\"" + view + ".0\"", "\"" + view + "\"",
                "\"" + view.substring(1) + ".1\"", "\"" + view + ".1\", \"" + view + ".2\"")) {
            assertThrows(Refused.class, () -> Tag.parse(wrong), wrong);
        }
    }
}
