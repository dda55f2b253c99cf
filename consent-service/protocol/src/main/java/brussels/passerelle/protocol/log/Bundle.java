package brussels.passerelle.protocol.log;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/// An entry bundle of C2SP tlog-tiles: the data of the leaves below one tile of level 0.
///
/// @param index of the tile
/// @param width 1 to 256
public record Bundle(long index, int width) {
    private static final int MAX_DATA = 0xffff;

    /// Reads what follows `tile/entries/` in a bundle's address.
    public static Optional<Bundle> parse(String path) {
        return Tile.parse("0/" + path).map(tile -> new Bundle(tile.index(), tile.width()));
    }

    /// Whether a tree of this size has the whole bundle.
    public boolean isIn(long size) {
        return new Tile(0, index, width).isIn(size);
    }

    /// Position of its first leaf.
    public long first() {
        return index * Tile.FULL;
    }

    /// The bytes of these leaves: each its length (u16, big-endian), then its data.
    public static byte[] bytes(List<byte[]> leaves) {
        var out = new ByteArrayOutputStream();
        for (byte[] leaf : leaves) {
            if (leaf.length > MAX_DATA)
                throw new IllegalArgumentException("leaf");
            out.write(leaf.length >> 8);
            out.write(leaf.length);
            out.writeBytes(leaf);
        }
        return out.toByteArray();
    }
}
