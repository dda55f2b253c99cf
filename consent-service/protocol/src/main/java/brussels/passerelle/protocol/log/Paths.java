package brussels.passerelle.protocol.log;

import java.util.ArrayList;
import java.util.List;

/// Which subtrees make up a proof, RFC 9162 sections 2.1.3.1 and 2.1.4.1. Pure arithmetic, no hashes.
final class Paths {
    private Paths() {}

    /// `PATH(index, D[size])`, nearest to the leaf first.
    static List<Range> inclusion(long index, long size) {
        var path = new ArrayList<Range>();
        long start = 0;
        for (long end = size; end - start > 1;) {
            long middle = start + split(end - start);
            if (index < middle) {
                path.add(new Range(middle, end));
                end = middle;
            } else {
                path.add(new Range(start, middle));
                start = middle;
            }
        }
        return path.reversed();
    }

    /// `PROOF(from, D[to])`, for 0 < from <= to.
    static List<Range> consistency(long from, long to) {
        var path = new ArrayList<Range>();
        long start = 0;
        long end = to;
        boolean whole = true; // the old tree is this subtree from its first leaf on
        while (from != end) {
            long middle = start + split(end - start);
            if (from <= middle) {
                path.add(new Range(middle, end));
                end = middle;
            } else {
                path.add(new Range(start, middle));
                start = middle;
                whole = false;
            }
        }
        if (!whole)
            path.add(new Range(start, end));
        return path.reversed();
    }

    /// The largest power of two smaller than n, for n > 1.
    private static long split(long n) {
        return Long.highestOneBit(n - 1);
    }
}
