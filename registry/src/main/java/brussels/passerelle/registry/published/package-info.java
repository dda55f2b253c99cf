/**
 * What the public may know, as immutable records: the only form in which an entry leaves the write model. It exists so that a
 * confidential address cannot be forgotten by a renderer: there is no field it could be in. It must never know the database.
 */
@NullMarked
package brussels.passerelle.registry.published;

import org.jspecify.annotations.NullMarked;
