/// How fast the parts are that everything waits for, each beside a peer that does the least one could do.
///
/// Must never become a test: a slow machine is not a fault.
@NullMarked
package brussels.passerelle.bench;

import org.jspecify.annotations.NullMarked;
