package brussels.passerelle.web;

/**
 * One line of the table of limits.
 *
 * @param name plain text in the reader's language
 * @param value plain text, number and unit
 */
public record Limit(String name, String value) {}
