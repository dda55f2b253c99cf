package brussels.passerelle.bench;

import brussels.passerelle.protocol.jose.Secret;
import brussels.passerelle.protocol.log.Hashes;
import brussels.passerelle.protocol.log.Node;
import brussels.passerelle.protocol.log.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// A log of a million leaves in memory: one batch of 256 appended, one proof made; beside hashing 256 leaves and nothing else.
@State(Scope.Benchmark)
public class LogBench {
    static final int BATCH = 256;
    private static final int LEAVES = 1 << 20;

    private final Map<Node, byte[]> stored = new HashMap<>();
    private final Tree tree = new Tree(nodes -> {
        var found = new HashMap<Node, byte[]>();
        for (Node node : nodes)
            found.put(node, stored.get(node));
        return found;
    });
    private final List<byte[]> batch = Stream.generate(() -> Secret.randomBytes(32)).limit(BATCH).toList();

    @Setup
    public void grow() {
        byte[] leaf = Secret.randomBytes(32);
        List<byte[]> leaves = java.util.Collections.nCopies(1 << 16, leaf);
        for (long size = 0; size < LEAVES; size += leaves.size())
            stored.putAll(tree.append(size, leaves));
    }

    @Benchmark
    public Map<Node, byte[]> append() {
        return tree.append(LEAVES, batch);
    }

    @Benchmark
    public List<byte[]> inclusionProof() {
        return tree.inclusion(LEAVES / 3, LEAVES);
    }

    @Benchmark
    public int bareLeafHashes() {
        int sum = 0;
        for (byte[] leaf : batch)
            sum += Hashes.leaf(leaf)[0];
        return sum;
    }
}
