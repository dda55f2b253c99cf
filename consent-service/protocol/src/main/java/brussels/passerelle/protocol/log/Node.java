package brussels.passerelle.protocol.log;

/// A complete subtree: `2^level` leaves from `index * 2^level` on. Level 0 are the leaves. Once complete it never changes.
public record Node(int level, long index) {

    Node parent() {
        return new Node(level + 1, index >> 1);
    }

    boolean isRight() {
        return (index & 1) == 1;
    }

    Node left() {
        return new Node(level, index - 1);
    }
}
