package brussels.passerelle.consent.mask;

import brussels.passerelle.edge.problem.Failure;
import brussels.passerelle.protocol.Damaged;
import brussels.passerelle.protocol.jose.Base64Url;
import brussels.passerelle.protocol.jose.Fields;
import brussels.passerelle.protocol.keyset.View;
import brussels.passerelle.protocol.manifest.SealedManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A mask as it is asked for; shapes are checked here, what it shows by {@link SetMask}. Pure.
 *
 * @param manifest compact JWE
 * @param version what the manifest calls itself
 * @param shows ids of all it shows
 */
record NewMask(View view, String manifest, int version, List<String> shows, Instant until) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    static NewMask parse(byte[] json) {
        try {
            var in = Fields.of(json);
            var mask = new NewMask(View.read(in.object("view")), in.text("manifest"), in.version("version"),
                    in.texts("shows"), in.time("until"));
            in.end();
            for (var id : mask.shows) {
                Base64Url.decode(id, 16);
            }
            SealedManifest.parse(mask.manifest);
            return mask.checked();
        } catch (Damaged bad) {
            throw Failure.Plain.BAD_INPUT.refused();
        }
    }

    private NewMask checked() throws Damaged {
        if (shows.stream().distinct().count() != shows.size()) {
            throw new Damaged();
        }
        return this;
    }

    /** Refuses an hour that is over, too near to sign in again before it, or too far away. */
    void checkHour(Instant now) {
        if (until.isBefore(now.plus(SHORTEST)) || until.isAfter(now.plus(LONGEST))) {
            throw Failure.Plain.BAD_WINDOW.refused();
        }
    }

    /** The ids in one text, as the database takes them apart. */
    String ids() {
        return String.join(" ", shows);
    }
}
