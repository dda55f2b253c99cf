package brussels.passerelle.consent.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTest {
    @Test
    void whatIsMadeIsRead() {
        for (var round = 0; round < 1_000; round++) {
            var id = Name.newId();
            var code = Name.newCode();
            assertEquals(id, Name.parse(id.text()));
            assertEquals(code, Name.parse(code.text()));
        }
    }

    /** 10,000 of 2^40: two equal ones would be a broken source of chance. */
    @Test
    void codesAreDrawnFromAllOfThem() {
        var codes = new HashSet<String>();
        var letters = new HashSet<Integer>();
        for (var round = 0; round < 10_000; round++) {
            codes.add(Name.newCode().text());
        }
        codes.forEach(code -> code.chars().forEach(letters::add));
        assertEquals(10_000, codes.size());
        assertEquals(32, letters.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCDEFG", "ABCDEFGHJ", "abcdefgh", "ABCDEFGO", "ABCDEFGI", "ABCDEFGL", "ABCDEFGU",
            "ABCD-EFG",
            "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAAA", "' or 1=1 --"})
    void everythingElseIsUnknown(String text) {
        assertInstanceOf(Name.Unknown.class, Name.parse(text));
    }
}
