package brussels.passerelle.vocab;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.jena.rdf.model.Resource;

/** Reads classes of constants, so that tests need not repeat them. */
final class Constants {

    private Constants() {}

    /** Name to IRI, the namespace itself left out. */
    static Map<String, String> of(Class<?> type) {
        Map<String, String> constants = new TreeMap<>();
        statics(type).filter(field -> field.getType() == String.class && !field.getName().equals("NAMESPACE"))
                .forEach(field -> constants.put(field.getName(), (String) value(field)));
        return constants;
    }

    static String namespace(Class<?> type) {
        return statics(type).filter(field -> field.getName().equals("NAMESPACE")).map(field -> (String) value(field))
                .findFirst().orElseThrow();
    }

    /** The IRIs of a vocabulary class of Jena. */
    static Set<String> resources(Class<?> type) {
        return statics(type).filter(field -> Resource.class.isAssignableFrom(field.getType()))
                .map(field -> ((Resource) value(field)).getURI()).collect(Collectors.toSet());
    }

    private static Stream<Field> statics(Class<?> type) {
        return Arrays.stream(type.getFields()).filter(field -> Modifier.isStatic(field.getModifiers()));
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException closed) {
            throw new AssertionError(closed);
        }
    }
}
