package brussels.passerelle.edge.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Turns failures into problems in one of the five languages. Pure. */
public final class Messages {
    private static final String BUNDLE = "brussels.passerelle.edge.problem.messages";
    private static final ResourceBundle.Control EXACT = ResourceBundle.Control
            .getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.of("nl"), Locale.ENGLISH, Locale.GERMAN,
            Locale.of("ar"));

    private Messages() {}

    /** The best of our languages for an {@code Accept-Language} value; French when nothing fits or parses. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 200) {
            return Locale.FRENCH;
        }
        try {
            var found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return found == null ? Locale.FRENCH : found;
        } catch (IllegalArgumentException notALanguage) {
            return Locale.FRENCH;
        }
    }

    public static Problem problem(Failure failure, Locale language, @Nullable String logId) {
        return switch (failure) {
            case Failure.Plain plain -> of(plain, plain.problem(), language, null, null, logId);
            case Failure.LoanEnded(Instant endedAt) -> of(failure, "loanEnded", language, null, endedAt, null);
            case Failure.TooMany(Duration _) -> of(failure, "tooMany", language, null, null, null);
            case Failure.OpeningRefused(String reason, Instant endedAt) ->
                of(failure, "openingRefused." + reason, language, reason, endedAt, null);
            case Failure.HelpRefused(String reason, Instant endedAt) ->
                of(failure, "helpRefused." + reason, language, reason, endedAt, null);
        };
    }

    private static Problem of(Failure failure, String message, Locale language, @Nullable String reason,
            @Nullable Instant endedAt, @Nullable String logId) {
        var text = ResourceBundle.getBundle(BUNDLE, language, Messages.class.getClassLoader(), EXACT)
                .getString(message);
        var bar = text.indexOf('|');
        return new Problem("urn:problem-type:passerelle:" + failure.problem(), text.substring(0, bar), failure.status(),
                text.substring(bar + 1), reason,
                endedAt == null ? null : endedAt.truncatedTo(ChronoUnit.SECONDS).toString(), logId);
    }
}
