/**
 * Pages for people, in five languages and without scripts. It exists so that whatever the registry knows can be read on any
 * telephone. It must never see an entity of the write model, nor put a sentence on a page that is missing in a language.
 */
@NullMarked
package brussels.passerelle.registry.page;

import org.jspecify.annotations.NullMarked;
