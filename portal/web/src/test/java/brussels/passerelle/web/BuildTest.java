package brussels.passerelle.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class BuildTest {
    private static final Map<String, Set<String>> FOLDERS = Map.of("/app/",
            Set.of("/app/b.js", "/app/a.css", "/app/data.txt", "/app/pdf/"), "/app/pdf/", Set.of("/app/pdf/c.wasm"));

    @Test
    void everyFileThatRunsWithItsDigestInOneOrder() {
        assertEquals("""
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  app/a.css
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  app/b.js
                ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  app/pdf/c.wasm
                """, list("abc"));
        assertNotEquals(list("abc"), list("abd"));
    }

    private static String list(String content) {
        return Build.list(FOLDERS::get, _ -> new ByteArrayInputStream(content.getBytes()));
    }
}
