@NullMarked
package brussels.passerelle.demo.seed;

import org.jspecify.annotations.NullMarked;
