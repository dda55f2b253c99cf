package brussels.passerelle.protocol.log;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/// RFC 9162 sections 2.1.1, 2.1.3.1 and 2.1.4.1 as they stand there, recursion for recursion, over all the leaves. Shares no
/// code with what it checks.
final class NaiveTree {

    static byte[] root(List<byte[]> data) throws Exception {
        if (data.isEmpty())
            return sha256();
        if (data.size() == 1)
            return sha256(new byte[]{0}, data.getFirst());
        int k = split(data.size());
        return sha256(new byte[]{1}, root(data.subList(0, k)), root(data.subList(k, data.size())));
    }

    static List<byte[]> path(int m, List<byte[]> data) throws Exception {
        if (data.size() == 1)
            return List.of();
        int k = split(data.size());
        var left = data.subList(0, k);
        var right = data.subList(k, data.size());
        return m < k ? append(path(m, left), root(right)) : append(path(m - k, right), root(left));
    }

    static List<byte[]> proof(int m, List<byte[]> data) throws Exception {
        return subproof(m, data, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> data, boolean b) throws Exception {
        if (m == data.size())
            return b ? List.of() : List.of(root(data));
        int k = split(data.size());
        var left = data.subList(0, k);
        var right = data.subList(k, data.size());
        return m <= k
                ? append(subproof(m, left, b), root(right))
                : append(subproof(m - k, right, false), root(left));
    }

    private static int split(int n) {
        int k = 1;
        while (k * 2 < n)
            k *= 2;
        return k;
    }

    private static List<byte[]> append(List<byte[]> list, byte[] last) {
        var all = new ArrayList<>(list);
        all.add(last);
        return all;
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts)
            digest.update(part);
        return digest.digest();
    }
}
