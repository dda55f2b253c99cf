package brussels.passerelle.protocol;

import brussels.passerelle.protocol.jose.Fields;
import java.io.IOException;
import java.util.List;

/// The files that both implementations are tested against.
final class Vectors {

    static Fields file(String name) throws IOException {
        try (var in = Vectors.class.getResourceAsStream("/vectors/" + name + ".json")) {
            if (in == null)
                throw new IOException("no vectors " + name);
            return Fields.of(in.readAllBytes());
        }
    }

    static List<Fields> cases(String name) throws IOException {
        return file(name).objects("cases");
    }
}
