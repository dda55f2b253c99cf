package brussels.passerelle.consent.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import brussels.passerelle.edge.problem.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentsTest {
    @TempDir
    Path folder;
    private FileContents contents;

    @BeforeEach
    void open() throws IOException {
        contents = new FileContents(folder.toString());
    }

    @Test
    void keepsUnderTheHash() throws IOException {
        try (var staged = contents.stage(new ByteArrayInputStream("abc".getBytes()), 10)) {
            assertEquals("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0", staged.hash());
            assertEquals(3, staged.size());
            contents.keep(staged);
        }
        assertEquals(1, files().size());
        try (var in = contents.open("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0", 1)) {
            assertArrayEquals("bc".getBytes(), in.readAllBytes());
        }
    }

    @Test
    void whatIsNotKeptIsGone() throws IOException {
        contents.stage(new ByteArrayInputStream(new byte[5000]), 5000).close();
        assertEquals(List.of(), files());
    }

    @Test
    void refusesTheFirstByteTooMany() throws IOException {
        contents.stage(new ByteArrayInputStream(new byte[70_000]), 70_000).close();
        assertEquals("tooLarge",
                assertThrows(Refused.class, () -> contents.stage(new ByteArrayInputStream(new byte[70_001]), 70_000))
                        .failure().problem());
        assertEquals(List.of(), files());
    }

    @Test
    void aBrokenUploadLeavesNothing() throws IOException {
        var broken = new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) {
                    return 7;
                }
                throw new IOException("gone");
            }
        };
        assertThrows(IOException.class, () -> contents.stage(broken, 1 << 20));
        assertEquals(List.of(), files());
    }

    @Test
    void theSameTwiceIsOnce() throws IOException {
        for (var i = 0; i < 2; i++) {
            try (var staged = contents.stage(new ByteArrayInputStream(new byte[9]), 10)) {
                contents.keep(staged);
            }
        }
        assertEquals(1, files().size());
    }

    @Test
    void sweepsWhatACrashLeft() throws IOException {
        Files.write(folder.resolve("incoming/half"), new byte[3]);
        contents.sweepIncoming();
        assertEquals(List.of(), files());
    }

    @Test
    void tellsWhatItHas() throws IOException {
        try (var staged = contents.stage(new ByteArrayInputStream("abc".getBytes()), 10)) {
            contents.keep(staged);
        }
        var seen = new ArrayList<String>();
        contents.forEach(seen::add);
        assertEquals(List.of("ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0"), seen);
    }

    private List<Path> files() throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
