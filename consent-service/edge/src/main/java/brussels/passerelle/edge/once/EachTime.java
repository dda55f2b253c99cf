package brussels.passerelle.edge.once;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A write whose answer is never replayed from the store, because it must be decided anew at every request; the door
 * itself takes care that doing it twice with one key does no more than doing it once.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface EachTime {
}
