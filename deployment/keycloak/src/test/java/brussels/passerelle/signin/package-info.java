@NullMarked
package brussels.passerelle.signin;

import org.jspecify.annotations.NullMarked;
