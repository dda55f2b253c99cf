package brussels.passerelle.protocol.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A store that counts its reads and refuses to change what it has.
final class Stored implements Subtrees {
    final Map<Node, byte[]> nodes = new HashMap<>();
    int reads;
    int nodesRead;

    @Override
    public Map<Node, byte[]> read(Collection<Node> wanted) {
        reads++;
        nodesRead += wanted.size();
        var found = new HashMap<Node, byte[]>();
        for (Node node : wanted)
            if (nodes.containsKey(node))
                found.put(node, nodes.get(node));
        return found;
    }

    void append(long size, List<byte[]> leaves) {
        new Tree(this).append(size, leaves).forEach((node, hash) -> {
            if (nodes.put(node, hash) != null)
                throw new AssertionError("written twice: " + node);
        });
    }
}
