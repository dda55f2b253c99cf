package brussels.passerelle.protocol.envelope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PadmeTest {

    @Property
    void neverShorterAndAtMostTwelveHundredthsLonger(@ForAll @LongRange(min = 0, max = 1L << 40) long length) {
        long padded = Padme.of(length);
        assertTrue(padded >= length && padded - length <= Math.max(1, length * 0.12));
        assertEquals(padded, Padme.of(padded), "padding twice is padding once");
    }

    @Property
    void keepsOrder(@ForAll @LongRange(min = 0, max = 1L << 40) long length) {
        assertTrue(Padme.of(length + 1) >= Padme.of(length));
    }

    @Test
    void hidesMostLengths() {
        long sizes = LongStream.rangeClosed(1, 1 << 20).map(Padme::of).distinct().count();
        assertTrue(sizes < 600, "a million lengths become " + sizes);
    }
}
