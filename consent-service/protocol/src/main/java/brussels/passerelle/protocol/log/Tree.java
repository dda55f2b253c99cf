package brussels.passerelle.protocol.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tree over stored subtree hashes. Roots and proofs read O(log n) hashes in one go; appending writes at most two hashes
/// per leaf on average. It holds no state and checks nothing about concurrency: whoever appends does so under one lock.
public final class Tree {
    private final Subtrees subtrees;

    public Tree(Subtrees subtrees) {
        this.subtrees = subtrees;
    }

    /// The subtrees that these leaves complete, to be stored together with the new size.
    ///
    /// @param size   leaves already there
    /// @param leaves hashes of the new leaves, in order
    public Map<Node, byte[]> append(long size, List<byte[]> leaves) {
        var known = new HashMap<>(subtrees.read(new Range(0, size).nodes()));
        var complete = new LinkedHashMap<Node, byte[]>();
        long index = size;
        for (byte[] leaf : leaves) {
            var node = new Node(0, index++);
            byte[] hash = leaf;
            put(node, hash, complete, known);
            for (; node.isRight(); node = node.parent()) {
                hash = Hashes.node(Range.stored(known, node.left()), hash);
                put(node.parent(), hash, complete, known);
            }
        }
        return complete;
    }

    /// The root of the tree's first `size` leaves.
    public byte[] root(long size) {
        if (size < 0)
            throw new IllegalArgumentException("size");
        return size == 0 ? Hashes.empty() : hashes(List.of(new Range(0, size))).getFirst();
    }

    /// Audit path of a leaf, RFC 9162 section 2.1.3.
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size)
            throw new IllegalArgumentException("index");
        return hashes(Paths.inclusion(index, size));
    }

    /// Proof that the first tree is the beginning of the second, RFC 9162 section 2.1.4. There is none from an empty tree: it
    /// is the beginning of everything.
    public List<byte[]> consistency(long from, long to) {
        if (from < 1 || from > to)
            throw new IllegalArgumentException("sizes");
        return hashes(Paths.consistency(from, to));
    }

    private List<byte[]> hashes(List<Range> ranges) {
        var nodes = new ArrayList<Node>();
        for (Range range : ranges)
            nodes.addAll(range.nodes());
        var stored = subtrees.read(nodes);
        var hashes = new ArrayList<byte[]>();
        for (Range range : ranges)
            hashes.add(range.hash(stored));
        return hashes;
    }

    private static void put(Node node, byte[] hash, Map<Node, byte[]> complete, Map<Node, byte[]> known) {
        complete.put(node, hash);
        known.put(node, hash);
    }
}
