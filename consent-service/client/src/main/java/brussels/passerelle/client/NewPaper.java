package brussels.passerelle.client;

import org.jspecify.annotations.Nullable;

/// What a holder says of a paper when adding it.
///
/// @param kind notation in the vocabulary
/// @param date as the holder writes it
/// @param type media type
public record NewPaper(String title, String kind, @Nullable String date, String type) {}
