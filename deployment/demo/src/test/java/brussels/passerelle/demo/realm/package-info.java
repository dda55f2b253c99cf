@NullMarked
package brussels.passerelle.demo.realm;

import org.jspecify.annotations.NullMarked;
