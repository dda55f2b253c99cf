package brussels.passerelle.protocol.log;

import brussels.passerelle.protocol.Damaged;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// The state of the log at one moment, C2SP tlog-checkpoint without extension lines.
///
/// @param origin name of the log
/// @param root   32 bytes in base64, as the text has it
public record Checkpoint(String origin, long size, String root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public static Checkpoint of(String origin, long size, byte[] root) {
        return new Checkpoint(origin, size, Base64.getEncoder().encodeToString(root));
    }

    /// The root hash, 32 bytes.
    public byte[] rootHash() {
        return Base64.getDecoder().decode(root);
    }

    /// The text that gets signed; three lines, each ended.
    public String body() {
        return origin + "\n" + size + "\n" + root + "\n";
    }

    /// Reads the body of a note whose signature was verified.
    static Checkpoint read(String body) throws Damaged {
        var lines = List.of(body.split("\n", -1));
        if (lines.size() != 4 || lines.get(0).isEmpty() || !lines.get(3).isEmpty())
            throw new Damaged();
        if (!SIZE.matcher(lines.get(1)).matches())
            throw new Damaged();
        try {
            byte[] root = Base64.getDecoder().decode(lines.get(2));
            var checkpoint = Checkpoint.of(lines.get(0), Long.parseLong(lines.get(1)), root);
            if (root.length != 32 || !checkpoint.body().equals(body))
                throw new Damaged();
            return checkpoint;
        } catch (IllegalArgumentException e) {
            throw new Damaged();
        }
    }
}
