package brussels.passerelle.protocol.log;

import brussels.passerelle.protocol.Damaged;
import java.security.MessageDigest;
import java.util.List;

/// Verification of proofs, RFC 9162 sections 2.1.3.2 and 2.1.4.2. Sizes and positions come from the reader's own checkpoint
/// and question, never from the answer.
public final class Proofs {
    private Proofs() {}

    /// Returns when the leaf is in the tree with this root.
    public static void inclusion(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) throws Damaged {
        if (index < 0 || index >= size)
            throw new Damaged();
        long fn = index;
        long sn = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (sn == 0 || sibling.length != 32)
                throw new Damaged();
            if ((fn & 1) == 1 || fn == sn) {
                hash = Hashes.node(sibling, hash);
                int shift = fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= shift;
                sn >>= shift;
            } else {
                hash = Hashes.node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        if (sn != 0 || !MessageDigest.isEqual(hash, root))
            throw new Damaged();
    }

    /// Returns when the tree of size `from` is the beginning of the tree of size `to`. Sizes of 0 are refused: nothing can be
    /// proven about them.
    public static void consistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path)
            throws Damaged {
        if (from < 1 || from > to)
            throw new Damaged();
        if (from == to) {
            if (!path.isEmpty() || !MessageDigest.isEqual(fromRoot, toRoot))
                throw new Damaged();
            return;
        }
        if (path.isEmpty())
            throw new Damaged();
        long fn = from - 1;
        long sn = to - 1;
        int shift = Long.numberOfTrailingZeros(~fn);
        fn >>= shift;
        sn >>= shift;
        boolean ownRoot = Long.bitCount(from) == 1; // then the old root itself begins the path
        byte[] first = ownRoot ? fromRoot : path.getFirst();
        byte[] fr = first;
        byte[] sr = first;
        for (byte[] hash : ownRoot ? path : path.subList(1, path.size())) {
            if (sn == 0 || hash.length != 32)
                throw new Damaged();
            if ((fn & 1) == 1 || fn == sn) {
                fr = Hashes.node(hash, fr);
                sr = Hashes.node(hash, sr);
                int up = fn == 0 ? 0 : Long.numberOfTrailingZeros(fn);
                fn >>= up;
                sn >>= up;
            } else {
                sr = Hashes.node(sr, hash);
            }
            fn >>= 1;
            sn >>= 1;
        }
        boolean right = sn == 0 && MessageDigest.isEqual(fr, fromRoot) && MessageDigest.isEqual(sr, toRoot);
        if (!right)
            throw new Damaged();
    }
}
