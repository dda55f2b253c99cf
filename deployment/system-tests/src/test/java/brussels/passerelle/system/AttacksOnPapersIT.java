package brussels.passerelle.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Browser;

/** Lies about papers: their bytes, and what the wallet says of them. */
@Order(1)
class AttacksOnPapersIT extends Attacked {
    private static final int SEGMENT = 1 << 20;

    AttacksOnPapersIT(RunningDemo demo, Browser browser, Prey prey) {
        super(demo, browser, prey);
    }

    @Test
    void T04_bit_flips_per_segment() {
        signedIn();
        var places = Stream.of(0, 8, 40, SEGMENT / 2, SEGMENT - 1, SEGMENT, SEGMENT + SEGMENT / 2, 2 * SEGMENT - 16,
                2 * SEGMENT + 100, -1);
        places.forEach(at -> refusedToOpen(Prey.SCAN, prey.scan, body -> {
            var place = at < 0 ? body.length + at : at;
            body[place] ^= 1;
            return body;
        }));
    }

    @Test
    void T05_segments_reordered_doubled_dropped_truncated_appended() {
        signedIn();
        List<UnaryOperator<byte[]>> edits = List.of(
                body -> joined(body, 0, SEGMENT, 2 * SEGMENT, body.length, SEGMENT, 2 * SEGMENT),
                body -> joined(body, 0, 2 * SEGMENT, SEGMENT, body.length),
                body -> joined(body, 0, SEGMENT, 2 * SEGMENT, body.length),
                body -> joined(body, 0, 2 * SEGMENT), body -> joined(body, 0, body.length - 1), body -> new byte[0],
                body -> Arrays.copyOf(body, body.length + 1),
                body -> joined(body, 0, body.length, 2 * SEGMENT, body.length));
        edits.forEach(edit -> refusedToOpen(Prey.SCAN, prey.scan, edit));
    }

    /** Pieces of the body, given by where each begins and ends. */
    private static byte[] joined(byte[] body, int... ends) {
        var out = new ByteArrayOutputStream();
        IntStream.range(0, ends.length / 2).forEach(i -> out.write(body, ends[2 * i], ends[2 * i + 1] - ends[2 * i]));
        return out.toByteArray();
    }

    @Test
    void T06_paper_swapped_for_another() throws IOException {
        signedIn();
        var other = prey.holder.session().api().bytes("/papers/" + prey.lease + "/versions/1");
        refusedToOpen(Prey.LETTER, prey.letter, _ -> other);
    }

    private void refusedToOpen(String title, String paper, UnaryOperator<byte[]> lie) {
        malice.honest().bytes("/api/papers/" + paper + "/versions/1", lie);
        screen.act("show-wallet").awaitView("wallet");
        screen.press(page.locator("[data-paper='" + paper + "']")).awaitView("paper");
        assertFalse(screen.message("damaged").isBlank());
        assertEquals(0, page.locator("canvas, img[src^='blob:'], [data-page]").count(), title);
        assertFalse(page.content().contains(Prey.SENTENCE));
        assertNothingSent();
    }
}
