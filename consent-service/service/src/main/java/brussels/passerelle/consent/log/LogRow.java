package brussels.passerelle.consent.log;

import org.jspecify.annotations.Nullable;

/** An event with its place, if it has one yet. */
record LogRow(LogEvent event, @Nullable Long place) {}
