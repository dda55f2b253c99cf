/**
 * The whole of Passerelle on one machine, from one command. It exists for newcomers and for the system tests. It must
 * never leave a process behind, lose what people put in it, or need the network after its first run.
 */
@NullMarked
package brussels.passerelle.demo;

import org.jspecify.annotations.NullMarked;
