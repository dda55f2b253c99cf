package brussels.passerelle.vocab;

/**
 * A text with the language it really is in. Where no text exists in the language asked for, another stands in; the page
 * marks it with this language, so that the stand-in is seen, and read aloud rightly.
 *
 * @param language a BCP 47 tag: fr, nl, en, de or ar
 */
public record Text(String text, String language) {}
