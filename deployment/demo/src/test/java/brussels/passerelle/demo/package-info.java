@NullMarked
package brussels.passerelle.demo;

import org.jspecify.annotations.NullMarked;
