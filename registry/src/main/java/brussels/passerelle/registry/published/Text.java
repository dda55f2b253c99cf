package brussels.passerelle.registry.published;

/** A text as shown: its value, the language it is really in, and whether that is not the one asked for. */
public record Text(String value, String language, boolean fallback) {}
