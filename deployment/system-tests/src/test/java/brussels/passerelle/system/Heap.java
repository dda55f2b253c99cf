package brussels.passerelle.system;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;

/** Everything that a tab holds in the memory of its scripts. */
final class Heap {
    private final String snapshot;

    private Heap(String snapshot) {
        this.snapshot = snapshot;
    }

    static Heap of(Page page) {
        var all = new StringBuilder();
        var session = page.context().newCDPSession(page);
        try {
            session.on("HeapProfiler.addHeapSnapshotChunk", event -> all.append(event.get("chunk").getAsString()));
            session.send("HeapProfiler.enable");
            session.send("HeapProfiler.collectGarbage");
            var options = new JsonObject();
            options.addProperty("reportProgress", false);
            session.send("HeapProfiler.takeHeapSnapshot", options);
        } finally {
            session.detach();
        }
        return new Heap(all.toString());
    }

    /** Which of these it holds, by their names. */
    Map<String, String> found(Map<String, String> secrets) {
        return secrets.entrySet().stream().filter(one -> holds(one.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }

    private boolean holds(String text) {
        return snapshot.contains(text) || snapshot.contains(escaped(text));
    }

    /** As a snapshot, which is JSON, may write it. */
    private static String escaped(String text) {
        return text.codePoints().mapToObj(one -> one < 128 ? Character.toString(one) : "\\u%04X".formatted(one))
                .collect(Collectors.joining());
    }
}
