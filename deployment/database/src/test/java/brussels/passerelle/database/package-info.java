@NullMarked
package brussels.passerelle.database;

import org.jspecify.annotations.NullMarked;
