package brussels.passerelle.protocol.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.protocol.Damaged;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TreeTest {
    private static final int MANY = 70;

    /// The leaves and roots of the Certificate Transparency reference tests, published with transparency-dev/merkle.
    @Test
    void publishedRoots() {
        var leaves = List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                "606162636465666768696a6b6c6d6e6f");
        var roots = List.of("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var stored = new Stored();
        stored.append(0, leaves.stream().map(HexFormat.of()::parseHex).map(Hashes::leaf).toList());
        var tree = new Tree(stored);
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hex(tree.root(0)));
        for (int size = 1; size <= 8; size++)
            assertEquals(roots.get(size - 1), hex(tree.root(size)));
    }

    @Test
    void everyRootAndProofIsThatOfTheRfc() throws Exception {
        var data = data(MANY);
        var tree = new Tree(stored(data));
        for (int size = 1; size <= MANY; size++) {
            var part = data.subList(0, size);
            assertArrayEquals(NaiveTree.root(part), tree.root(size));
            for (int index = 0; index < size; index++)
                same(NaiveTree.path(index, part), tree.inclusion(index, size));
            for (int from = 1; from <= size; from++)
                same(NaiveTree.proof(from, part), tree.consistency(from, size));
        }
    }

    @Test
    void everyProofVerifiesAndNoOther() throws Exception {
        var data = data(MANY);
        var tree = new Tree(stored(data));
        for (int size = 1; size <= MANY; size++) {
            for (int index = 0; index < size; index++) {
                byte[] leaf = Hashes.leaf(data.get(index));
                Proofs.inclusion(leaf, index, size, tree.inclusion(index, size), tree.root(size));
                refuseInclusion(tree, leaf, index, size);
            }
            for (int from = 1; from <= size; from++) {
                Proofs.consistency(from, tree.root(from), size, tree.root(size), tree.consistency(from, size));
                refuseConsistency(tree, from, size);
            }
        }
    }

    @Test
    void nothingIsProvenAboutEmptyTrees() {
        var tree = new Tree(stored(data(4)));
        byte[] empty = Hashes.empty();
        assertThrows(Damaged.class, () -> Proofs.consistency(0, empty, 0, empty, List.of()));
        assertThrows(Damaged.class, () -> Proofs.consistency(0, empty, 4, tree.root(4), List.of()));
        assertThrows(Damaged.class, () -> Proofs.consistency(4, tree.root(4), 3, tree.root(3), List.of()));
        assertThrows(Damaged.class, () -> Proofs.inclusion(empty, 0, 0, List.of(), empty));
        assertThrows(Damaged.class, () -> Proofs.inclusion(empty, -1, 4, List.of(), tree.root(4)));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(0, 4));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(5, 4));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(4, 4));
    }

    @Test
    void aLeafIsNotTakenForANode() throws Exception { // second preimage, RFC 9162 section 2.1.1
        var data = data(2);
        byte[] forged = new byte[64];
        System.arraycopy(Hashes.leaf(data.get(0)), 0, forged, 0, 32);
        System.arraycopy(Hashes.leaf(data.get(1)), 0, forged, 32, 32);
        byte[] root = new Tree(stored(data)).root(2);
        assertThrows(Damaged.class, () -> Proofs.inclusion(Hashes.leaf(forged), 0, 1, List.of(), root));
    }

    @Test
    void proofsReadLittle() {
        var stored = new Stored();
        var leaves = data(5000).stream().map(Hashes::leaf).toList();
        stored.append(0, leaves);
        assertTrue(stored.nodes.size() < 2 * 5000);
        stored.reads = 0;
        stored.nodesRead = 0;
        new Tree(stored).inclusion(1234, 4999);
        new Tree(stored).consistency(1234, 4999);
        assertEquals(2, stored.reads);
        assertTrue(stored.nodesRead <= 4 * 13, "read " + stored.nodesRead);
    }

    @Test
    void aLostHashIsNoticed() {
        var stored = stored(data(7));
        stored.nodes.remove(new Node(1, 0));
        assertThrows(IllegalStateException.class, () -> new Tree(stored).inclusion(2, 7));
    }

    @Property(tries = 200)
    void appendingInPiecesIsAppendingAtOnce(@ForAll @IntRange(min = 0, max = 600) int first,
            @ForAll @IntRange(min = 0, max = 600) int more) {
        var leaves = data(first + more).stream().map(Hashes::leaf).toList();
        var pieces = new Stored();
        pieces.append(0, leaves.subList(0, first));
        pieces.append(first, leaves.subList(first, first + more));
        var once = new Stored();
        once.append(0, leaves);
        assertEquals(once.nodes.keySet(), pieces.nodes.keySet());
        assertArrayEquals(new Tree(once).root(first + more), new Tree(pieces).root(first + more));
    }

    private static void refuseInclusion(Tree tree, byte[] leaf, int index, int size) {
        var path = tree.inclusion(index, size);
        byte[] root = tree.root(size);
        assertThrows(Damaged.class, () -> Proofs.inclusion(flip(leaf), index, size, path, root));
        assertThrows(Damaged.class, () -> Proofs.inclusion(leaf, index, size, path, flip(root)));
        assertThrows(Damaged.class, () -> Proofs.inclusion(leaf, size, size, path, root));
        if (index > 0)
            assertThrows(Damaged.class, () -> Proofs.inclusion(leaf, index - 1, size, path, root));
        if (index + 1 < size)
            assertThrows(Damaged.class, () -> Proofs.inclusion(leaf, index + 1, size, path, root));
        for (var forged : forgeries(path, root)) {
            assertThrows(Damaged.class, () -> Proofs.inclusion(leaf, index, size, forged, root));
        }
    }

    private static void refuseConsistency(Tree tree, int from, int size) {
        var path = tree.consistency(from, size);
        byte[] old = tree.root(from);
        byte[] root = tree.root(size);
        assertThrows(Damaged.class, () -> Proofs.consistency(from, flip(old), size, root, path));
        assertThrows(Damaged.class, () -> Proofs.consistency(from, old, size, flip(root), path));
        for (var forged : forgeries(path, root)) {
            assertThrows(Damaged.class, () -> Proofs.consistency(from, old, size, root, forged));
        }
    }

    /// A hash changed, dropped, added at either end, shortened.
    private static List<List<byte[]>> forgeries(List<byte[]> path, byte[] any) {
        var forgeries = new ArrayList<List<byte[]>>();
        for (int i = 0; i < path.size(); i++) {
            forgeries.add(with(path, i, flip(path.get(i))));
            forgeries.add(with(path, i, new byte[31]));
            var dropped = new ArrayList<>(path);
            dropped.remove(i);
            forgeries.add(dropped);
        }
        var longer = new ArrayList<>(path);
        longer.add(any);
        forgeries.add(longer);
        var shifted = new ArrayList<>(path);
        shifted.addFirst(any);
        forgeries.add(shifted);
        return forgeries;
    }

    private static List<byte[]> with(List<byte[]> path, int index, byte[] hash) {
        var changed = new ArrayList<>(path);
        changed.set(index, hash);
        return changed;
    }

    private static byte[] flip(byte[] hash) {
        byte[] flipped = hash.clone();
        flipped[7] ^= 1;
        return flipped;
    }

    private static void same(List<byte[]> expected, List<byte[]> actual) {
        assertEquals(expected.stream().map(TreeTest::hex).toList(), actual.stream().map(TreeTest::hex).toList());
    }

    private static Stored stored(List<byte[]> data) {
        var stored = new Stored();
        stored.append(0, data.stream().map(Hashes::leaf).toList());
        return stored;
    }

    private static List<byte[]> data(int count) {
        var data = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++)
            data.add(new byte[]{(byte) i, (byte) (i >> 8)});
        return data;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
