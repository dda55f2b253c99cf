package brussels.passerelle.protocol.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.protocol.Damaged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {
    private static final String NAME = "passerelle.localhost/log";
    private final NoteSigner signer = NoteSigner.create(NAME);
    private final Checkpoint checkpoint = Checkpoint.of(NAME, 12, Hashes.empty());

    /// The key pair that Go's `note` package documents.
    @Test
    void keyTextsAreThoseOfGo() {
        String secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
        var peter = NoteSigner.parse(secret);
        assertEquals("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", peter.key().text());
        assertEquals(secret, peter.secretText());
        assertEquals(peter.key().text(), NoteKey.parse(peter.key().text()).text());
        assertThrows(IllegalArgumentException.class, () -> NoteSigner.parse(secret.replace("c74f20a3", "c74f20a4")));
        assertThrows(IllegalArgumentException.class, () -> NoteKey.parse(peter.key().text().replace("Peter", "Petra")));
    }

    @Test
    void aSignedCheckpointVerifies() throws Damaged {
        String note = signer.sign(checkpoint);
        assertEquals(checkpoint, new NoteVerifier(signer.key()).verify(note));
        assertEquals(checkpoint, new NoteVerifier(NoteKey.parse(signer.key().text())).verify(note));
        String witness = note + note.substring(note.indexOf("\n\n") + 2).replace(NAME, "witness.example");
        assertEquals(checkpoint, new NoteVerifier(signer.key()).verify(witness),
                "a witness's signature is passed over");
    }

    @Test
    void anyOtherKeyOrTextIsRefused() {
        String note = signer.sign(checkpoint);
        assertThrows(Damaged.class, () -> new NoteVerifier(NoteSigner.create(NAME).key()).verify(note));
        assertThrows(Damaged.class, () -> new NoteVerifier(NoteSigner.create("other").key()).verify(note));
        for (int at = 0; at < note.length(); at++) {
            // The last base64 character of a signature has unused bits; everything else counts.
            if (at >= note.length() - 4)
                break;
            var flipped = new StringBuilder(note);
            flipped.setCharAt(at, (char) (note.charAt(at) ^ 1));
            assertThrows(Damaged.class, () -> new NoteVerifier(signer.key()).verify(flipped.toString()), "at " + at);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"o\n1\nAAAA\n", "o\n01\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            "o\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
            "o\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nextension\n", ""})
    void bodiesHaveOneForm(String body) {
        assertThrows(Damaged.class, () -> Checkpoint.read(body));
    }
}
