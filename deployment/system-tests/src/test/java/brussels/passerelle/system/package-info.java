/**
 * The promises, tried from outside: a real browser against the real demo that the tests start, restart and stop
 * themselves. What is here knows addresses, {@code data-} names and files on disk; it must never reach into a class of
 * the servers, nor depend on a text, a colour or a place on the screen.
 */
@org.jspecify.annotations.NullMarked
package brussels.passerelle.system;
