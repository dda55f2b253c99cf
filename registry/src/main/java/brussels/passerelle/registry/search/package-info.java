/**
 * Where can this person go: finds offers by need, commune, target group and words, and says why each one answers. It exists
 * as a read model of its own, so that finding never touches the write model's tables. It must never hold more about a
 * confidential place than its commune, and never write down what somebody looked for.
 */
@NullMarked
package brussels.passerelle.registry.search;

import org.jspecify.annotations.NullMarked;
