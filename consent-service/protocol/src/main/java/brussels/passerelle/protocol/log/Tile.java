package brussels.passerelle.protocol.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A tile of C2SP tlog-tiles: up to 256 hashes side by side, of subtrees of `256^level` leaves.
///
/// @param level 0 to 5
/// @param width 1 to 256; below 256 the tile is partial
public record Tile(int level, long index, int width) {
    static final int FULL = 256;
    private static final Pattern PATH = Pattern
            .compile("([0-5])/((?:x[0-9]{3}/){0,3}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    /// Reads what follows `tile/` in a tile's address: `<level>/<index>[.p/<width>]`, in its one spelling.
    public static Optional<Tile> parse(String path) {
        var matcher = PATH.matcher(path);
        if (!matcher.matches())
            return Optional.empty();
        int width = matcher.group(3) == null ? FULL : Integer.parseInt(matcher.group(3));
        long index = Long.parseLong(matcher.group(2).replaceAll("[x/]", ""));
        var tile = new Tile(Integer.parseInt(matcher.group(1)), index, width);
        return width <= FULL && tile.path().equals(path) ? Optional.of(tile) : Optional.empty();
    }

    /// `<level>/<index>[.p/<width>]`.
    public String path() {
        return level + "/" + indexPath(index) + (width < FULL ? ".p/" + width : "");
    }

    /// Whether a tree of this size has the whole tile.
    public boolean isIn(long size) {
        return index * FULL + width <= (size >> (8 * level));
    }

    /// Its bytes, for a tree that has it.
    public byte[] bytes(Subtrees subtrees) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < width; i++)
            nodes.add(new Node(8 * level, index * FULL + i));
        var stored = subtrees.read(nodes);
        byte[] bytes = new byte[32 * width];
        for (int i = 0; i < width; i++)
            System.arraycopy(Range.stored(stored, nodes.get(i)), 0, bytes, 32 * i, 32);
        return bytes;
    }

    /// Groups of three digits, all but the last marked with `x`.
    static String indexPath(long index) {
        String path = "%03d".formatted(index % 1000);
        for (long rest = index / 1000; rest > 0; rest /= 1000)
            path = "x%03d/".formatted(rest % 1000) + path;
        return path;
    }
}
