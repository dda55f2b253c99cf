/**
 * The face that portal and registry share: page frame, styles, pictograms, languages and their labels. It exists so that a person meets one house,
 * whichever origin answers. It must never know a wallet, a session or a service: it only dresses what it is given.
 */
@NullMarked
package brussels.passerelle.look;

import org.jspecify.annotations.NullMarked;
