package brussels.passerelle.protocol.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @Test
    void addressesAreThoseOfTheSpecification() {
        assertEquals("0/x001/x234/067", new Tile(0, 1_234_067, 256).path());
        assertEquals("1/000.p/5", new Tile(1, 0, 5).path());
        for (Tile tile : List.of(new Tile(0, 0, 256), new Tile(5, 999, 1), new Tile(2, 1000, 255),
                new Tile(0, 1_234_067, 256))) {
            assertEquals(Optional.of(tile), Tile.parse(tile.path()));
        }
        assertEquals(Optional.of(new Bundle(1_234_067, 7)), Bundle.parse("x001/x234/067.p/7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0/0", "0/00", "0/0000", "0/x000/001", "6/000", "-1/000", "0/000.p/0",
            "0/000.p/256",
            "0/000.p/257", "0/000.p/05", "0/000/", "0/../000", "0/x1/000", "0/001/002", "00/000", "data/000"})
    void otherSpellingsAreNone(String path) {
        assertEquals(Optional.empty(), Tile.parse(path));
    }

    @Test
    void tilesHoldTheHashesOfTheirLevel() {
        var stored = new Stored();
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < 600; i++)
            leaves.add(Hashes.leaf(new byte[]{(byte) i, (byte) (i >> 8)}));
        stored.append(0, leaves);
        var first = new Tile(0, 0, 256);
        assertEquals(256 * 32, first.bytes(stored).length);
        var above = new Tile(1, 0, 2);
        assertTrue(above.isIn(600));
        assertArrayEquals(new Tree(stored).root(256), java.util.Arrays.copyOf(above.bytes(stored), 32));
        assertArrayEquals(leaves.get(512), java.util.Arrays.copyOf(new Tile(0, 2, 88).bytes(stored), 32));
        assertTrue(new Tile(0, 2, 88).isIn(600));
        assertFalse(new Tile(0, 2, 89).isIn(600));
        assertFalse(new Tile(1, 0, 3).isIn(600));
        assertFalse(new Bundle(2, 256).isIn(600));
    }

    @Test
    void bundlesCarryLengths() {
        byte[] bytes = Bundle.bytes(List.of(new byte[]{7}, new byte[300]));
        var buffer = ByteBuffer.wrap(bytes);
        assertEquals(1, buffer.getShort());
        assertEquals(7, buffer.get());
        assertEquals(300, buffer.getShort());
        assertEquals(300, buffer.remaining());
    }
}
