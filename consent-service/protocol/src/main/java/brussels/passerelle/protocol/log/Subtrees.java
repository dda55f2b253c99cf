package brussels.passerelle.protocol.log;

import java.util.Collection;
import java.util.Map;

/// Where the hashes of complete subtrees are kept: the one thing the tree needs from outside.
public interface Subtrees {

    /// The hashes of these nodes, all of which have been stored; asked once per root or proof, at most some 64 nodes (256 for
    /// a tile).
    Map<Node, byte[]> read(Collection<Node> nodes);
}
