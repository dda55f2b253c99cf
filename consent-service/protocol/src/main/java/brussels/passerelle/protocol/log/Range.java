package brussels.passerelle.protocol.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Leaves `start` (inclusive) to `end` (exclusive) that form a subtree of RFC 9162, complete or at the right edge; its hash is
/// folded from a few complete subtrees.
record Range(long start, long end) {

    /// The complete subtrees from left to right, each smaller than the one before.
    List<Node> nodes() {
        var nodes = new ArrayList<Node>();
        for (long at = start; at < end;) {
            int level = 63 - Long.numberOfLeadingZeros(end - at);
            nodes.add(new Node(level, at >> level));
            at += 1L << level;
        }
        return nodes;
    }

    byte[] hash(Map<Node, byte[]> hashes) {
        var nodes = nodes().reversed();
        byte[] hash = stored(hashes, nodes.getFirst());
        for (Node left : nodes.subList(1, nodes.size()))
            hash = Hashes.node(stored(hashes, left), hash);
        return hash;
    }

    static byte[] stored(Map<Node, byte[]> hashes, Node node) {
        byte[] hash = hashes.get(node);
        if (hash == null || hash.length != 32)
            throw new IllegalStateException("the log has lost " + node);
        return hash;
    }
}
