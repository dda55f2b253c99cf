package brussels.passerelle.consent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import brussels.passerelle.consent.harness.Agency;
import brussels.passerelle.consent.harness.Answer;
import brussels.passerelle.consent.harness.Lendable;
import brussels.passerelle.consent.harness.ServerTest;
import brussels.passerelle.consent.harness.Surroundings;
import brussels.passerelle.consent.harness.Wallet;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Papers: all of them, as announced, within the limits, or nothing at all. */
class PaperIT extends ServerTest {
    private final Wallet wallet = Wallet.open();

    @Test
    void comesBackAsItWas() {
        var bytes = Wallet.randomBytes(300_000);
        var paper = wallet.paper(bytes);
        var back = get(paper, null).expect(200);
        assertArrayEquals(bytes, back.body());
        assertEquals("bytes", back.header("Accept-Ranges"));
        assertEquals("no-store", back.header("Cache-Control"));
        assertEquals(300_000, wallet.holder().get("/me").send().json().getJsonObject("storage").getInt("used"));
    }

    @Test
    void servesParts() {
        var bytes = Wallet.randomBytes(100_000);
        var paper = wallet.paper(bytes);
        var part = get(paper, "bytes=70000-70009").expect(206);
        assertArrayEquals(Arrays.copyOfRange(bytes, 70_000, 70_010), part.body());
        assertEquals("bytes 70000-70009/100000", part.header("Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(bytes, 99_995, 100_000), get(paper, "bytes=-5").expect(206).body());
        get(paper, "bytes=100000-").expectProblem(416, "rangeNotSatisfiable");
        assertEquals(100_000, wallet.holder().get("/papers/" + paper + "/versions/1").header("Range", "bytes=0-9")
                .header("If-Range", "\"another\"").send().expect(200).body().length);
    }

    @Test
    void theSameAgainIsFineAndOtherBytesAreNot() {
        var paper = Lendable.newId();
        var bytes = Wallet.randomBytes(500);
        wallet.upload(paper, 1, bytes).send().expect(201);
        wallet.upload(paper, 1, bytes).send().expect(200);
        wallet.upload(paper, 1, Wallet.randomBytes(500)).send().expectProblem(409, "versionExists");
        assertArrayEquals(bytes, get(paper, null).body());
        wallet.upload(paper, 2, Wallet.randomBytes(500)).send().expect(201);
    }

    @Test
    void ofManyUploadsAtOnceOneIsKept() throws Exception {
        var paper = Lendable.newId();
        var uploads = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 6; i++) {
            var bytes = Wallet.randomBytes(40_000);
            uploads.add(() -> wallet.upload(paper, 1, bytes).send().status());
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(uploads)) {
                statuses.add(answer.get());
            }
        }
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses.toString());
        assertEquals(5, statuses.stream().filter(status -> status == 409).count(), statuses.toString());
        assertEquals(40_000, get(paper, null).expect(200).body().length);
        assertEquals(40_000, wallet.holder().get("/me").send().json().getJsonObject("storage").getInt("used"));
    }

    @Test
    void refusesWhatIsNotAsAnnounced() throws IOException {
        var before = files();
        var paper = Lendable.newId();
        var path = "/papers/" + paper + "/versions/1";
        var bytes = Wallet.randomBytes(500);
        wallet.upload(paper, 1, bytes).header("Content-Digest", Wallet.digest(new byte[1])).send().expectProblem(400,
                "digestMismatch");
        wallet.holder().put(path).bytes(bytes).send().expectProblem(400, "badInput");
        wallet.upload(paper, 1, new byte[0]).send().expectProblem(400, "emptyFile");
        wallet.upload(paper, 1, bytes).header("Content-Type", "application/pdf").send().expectProblem(415,
                "unsupportedType");
        get(paper, null).expectProblem(404, "notFound");
        assertEquals(before, files());
    }

    @Test
    void refusesTooLargeBeforeReadingIt() throws IOException {
        var before = files();
        var length = 108_200_000L;
        var answer = wallet.holder().put("/papers/" + Lendable.newId() + "/versions/1")
                .stream(BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> zeros(length)), length))
                .header("Content-Digest", Wallet.digest(new byte[0])).send();
        answer.expectProblem(413, "tooLarge");
        assertEquals(before, files());
    }

    @Test
    void refusesWhatDoesNotFitAnyMore() {
        for (var i = 0; i < 4; i++) {
            wallet.paper(Wallet.randomBytes(900_000));
        }
        var refused = wallet.upload(Lendable.newId(), 1, Wallet.randomBytes(900_000)).send();
        refused.expectProblem(507, "storageFull");
        assertEquals(3_600_000, wallet.holder().get("/me").send().json().getJsonObject("storage").getInt("used"));
    }

    @Test
    void deletingEndsItsLoansAndDropsTheBytes() throws IOException {
        var agency = Agency.published();
        var bytes = Wallet.randomBytes(700);
        var paper = wallet.paper(bytes);
        var loan = wallet.lend(agency, paper);
        var before = files().size();
        wallet.holder().delete("/papers/" + paper).send().expect(204);
        wallet.holder().delete("/papers/" + paper).send().expectProblem(404, "notFound");
        assertEquals("ended",
                wallet.holder().get("/loans/" + loan).send().expect(200).json().getString("state"));
        assertEquals(before - 1, files().size());
        assertEquals(1, wallet.count("loanEnded"));
    }

    /** An id is whose it was first, on the whole node; whoever asks learns no more than that it is taken. */
    @Test
    void anIdBelongsToWhoUsedItFirst() {
        var bytes = Wallet.randomBytes(500);
        var paper = wallet.paper(bytes);
        var other = Wallet.open();
        other.upload(paper, 1, bytes).send().expectProblem(409, "versionExists");
        other.upload(paper, 2, bytes).send().expectProblem(409, "versionExists");
        other.holder().get("/papers/" + paper + "/versions/1").send().expectProblem(404, "notFound");
        wallet.upload(paper, 2, bytes).send().expect(201);
        wallet.holder().delete("/papers/" + paper).send().expect(204);
        other.upload(paper, 1, bytes).send().expect(201);
    }

    @Test
    void sharedBytesStayUntilTheLastGoes() throws IOException {
        var bytes = Wallet.randomBytes(800);
        var mine = wallet.paper(bytes);
        var other = Wallet.open();
        var theirs = other.paper(bytes);
        var before = files().size();
        wallet.holder().delete("/papers/" + mine).send().expect(204);
        assertEquals(before, files().size());
        assertArrayEquals(bytes, other.holder().get("/papers/" + theirs + "/versions/1").send().expect(200).body());
        other.holder().delete("/papers/" + theirs).send().expect(204);
        assertEquals(before - 1, files().size());
    }

    @Test
    void listsAllInPages() {
        var ids = new HashSet<String>();
        for (var i = 0; i < 7; i++) {
            ids.add(wallet.paper(Wallet.randomBytes(10 + i)));
        }
        var seen = new ArrayList<String>();
        String cursor = "";
        for (var pages = 0; cursor != null; pages++) {
            assertTrue(pages < 4);
            var page = wallet.holder().get("/papers?limit=3" + cursor).send().expect(200).json();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> seen.add(item.getString("paper")));
            cursor = page.containsKey("next") ? "&cursor=" + page.getString("next") : null;
        }
        assertEquals(7, seen.size());
        assertEquals(ids, new HashSet<>(seen));
        wallet.holder().get("/papers?cursor=nonsense").send().expectProblem(400, "badCursor");
    }

    @Test
    void anInterruptedUploadLeavesNothing() throws IOException {
        var before = files();
        var paper = Lendable.newId();
        try {
            wallet.holder().put("/papers/" + paper + "/versions/1")
                    .stream(BodyPublishers.ofInputStream(PaperIT::breakingOff))
                    .header("Content-Digest", Wallet.digest(new byte[0])).send();
        } catch (RuntimeException brokenOff) {
            assertFalse(brokenOff.toString().isEmpty());
        }
        get(paper, null).expectProblem(404, "notFound");
        assertEquals(before, files());
    }

    private Answer get(String paper, String range) {
        var call = wallet.holder().get("/papers/" + paper + "/versions/1");
        return (range == null ? call : call.header("Range", range)).send();
    }

    /** Every file of the store, half-received ones included. */
    private static List<Path> files() throws IOException {
        try (var all = Files.walk(Surroundings.store())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static InputStream zeros(long length) {
        return new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (left <= 0) {
                    return -1;
                }
                var now = (int) Math.min(most, left);
                left -= now;
                return now;
            }
        };
    }

    private static InputStream breakingOff() {
        return new InputStream() {
            private int left = 200_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) {
                    return 1;
                }
                throw new IOException("cable pulled");
            }
        };
    }
}
