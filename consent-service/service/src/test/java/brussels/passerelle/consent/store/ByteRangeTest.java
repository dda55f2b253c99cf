package brussels.passerelle.consent.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a content of 1000 bytes. */
class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,0", "bytes=0-,0,999", "bytes=990-,990,999", "bytes=990-5000,990,999", "bytes=-10,990,999",
            "bytes=-5000,0,999", "bytes=10-19,10,19"})
    void servesAPart(String header, long first, long last) {
        assertEquals(new ByteRange(first, last, true), ByteRange.of(header, 1000));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', value = {"-", "items=0-5", "bytes=5-2", "bytes=0-1,5-6", "bytes=",
            "bytes=a-b", "bytes=-"})
    void servesAllWhenItIsNotAskedForOnePart(String header) {
        assertEquals(new ByteRange(0, 999, false), ByteRange.of(header, 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=5000-6000", "bytes=-0"})
    void refusesAPartThatIsNotThere(String header) {
        assertEquals(416, assertThrows(Refused.class, () -> ByteRange.of(header, 1000)).failure().status());
    }
}
