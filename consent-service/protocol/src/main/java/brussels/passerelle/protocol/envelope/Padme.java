package brussels.passerelle.protocol.envelope;

/// The padding of PURBs (Nikitin et al., 2019): leaks only O(log log n) bits of a length, for at most 12 % more bytes.
public final class Padme {
    private Padme() {}

    /// The padded length of something `length` bytes long.
    public static long of(long length) {
        if (length < 2)
            return length;
        int exponent = 63 - Long.numberOfLeadingZeros(length);
        int mantissa = 32 - Integer.numberOfLeadingZeros(exponent);
        long mask = (1L << (exponent - mantissa)) - 1;
        return (length + mask) & ~mask;
    }
}
