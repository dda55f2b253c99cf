package brussels.passerelle.protocol;

import java.io.IOException;

/// Something read is not exactly what suite 1 demands. There is one such failure and it carries no reason: telling a
/// forged signature from a wrong key or a bad length would be an oracle for whoever can make us read (T15).
///
/// It is an [IOException] so that a stream can raise it in the middle of a paper.
public final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    public Damaged() {
        super("damaged");
    }
}
